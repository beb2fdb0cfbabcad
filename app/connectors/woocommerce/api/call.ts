import type { ShopAnswer, ShopFetch } from "../../api/shop-fetch";

type WooRequest = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Behind `wc/v3/`. */
  path: string;
  params?: Record<string, string>;
  body?: object;
};

/** One request to a shop's `wc/v3`, whatever its answer. */
export type WooCall = (request: WooRequest) => Promise<ShopAnswer>;

/** `site` with its scheme and folder. */
type WooKeys = { site: string; consumerKey: string; consumerSecret: string };

/**
 * Calls a shop's REST interface: keys in the header, or in the address where the
 * host strips that header; pretty addresses, or plain ones where the shop has none.
 */
export function wooCall(ask: ShopFetch, { site, consumerKey, consumerSecret }: WooKeys): WooCall {
  let isPlain = false;
  let isHeaderStripped = false;
  const send = ({ method = "GET", path, params = {}, body }: WooRequest) => {
    const query = new URLSearchParams(params);
    if (isPlain) query.set("rest_route", `/wc/v3/${path}`);
    if (isHeaderStripped) {
      query.set("consumer_key", consumerKey);
      query.set("consumer_secret", consumerSecret);
    }
    return ask({
      url: `${site}${isPlain ? "/" : `/wp-json/wc/v3/${path}`}?${query}`,
      method,
      headers: {
        ...(isHeaderStripped ? {} : { Authorization: `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  return async (request) => {
    let answer = await send(request);
    if (!isPlain && answer.status === 404 && !isJson(answer)) {
      isPlain = true;
      answer = await send(request);
    }
    // Without any key the interface answers that the visitor may not list: the header did not arrive.
    if (!isHeaderStripped && answer.status === 401) {
      isHeaderStripped = true;
      const again = await send(request);
      isHeaderStripped = again.status !== 401;
      answer = again;
    }
    return answer;
  };
}

function isJson({ text }: ShopAnswer): boolean {
  return /^\s*[[{]/.test(text);
}
