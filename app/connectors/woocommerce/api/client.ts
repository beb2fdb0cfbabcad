import * as z from "zod";
import { trimSlashes } from "~/lib/trim-slashes";
import { readAs, readJson } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopAnswer, ShopApi } from "../../api/shop-fetch";

/** `site` is the shop's address with its scheme and folder. */
export type WooKeys = { site: string; key: string; secret: string };

export type WooAnswer = { body: unknown; total: number | null };

/** One question to `wc/v3`. Null for what is not there. */
export type WooAsk = (path: string, params?: Record<string, string>) => Promise<WooAnswer | null>;

const errorSchema = z.object({ code: z.string().regex(/^\w{1,100}$/) });
const NO_RECORD = /_invalid_(?:id|term|order|product|customer)/;
const NO_ROUTE = "rest_no_route";

/**
 * Speaks a shop's REST interface: keys in the header, or in the address where the host strips that
 * header; pretty addresses, or plain ones where the shop has none.
 */
export function wooClient({ ask }: ShopApi, keys: WooKeys): WooAsk {
  let isHeaderStripped = false;
  let isPlain = false;
  const send = (path: string, params: Record<string, string>) => {
    const query = new URLSearchParams(params);
    if (isPlain) query.set("rest_route", `/wc/v3/${path}`);
    if (isHeaderStripped) {
      query.set("consumer_key", keys.key);
      query.set("consumer_secret", keys.secret);
    }
    const base = trimSlashes(keys.site);
    const place = isPlain ? `${base}/` : `${base}/wp-json/wc/v3/${path}`;
    const headers: Record<string, string> = isHeaderStripped
      ? {}
      : { Authorization: `Basic ${btoa(`${keys.key}:${keys.secret}`)}` };
    return ask({ url: `${place}?${query}`, headers });
  };
  return async (path, params = {}) => {
    let answer = await send(path, params);
    if (!isPlain && answer.status === 404 && !isJson(answer)) {
      isPlain = true;
      answer = await send(path, params);
    }
    if (!isHeaderStripped && answer.status === 401) {
      isHeaderStripped = true;
      answer = await send(path, params);
    }
    return readAnswer(answer);
  };
}

function readAnswer(answer: ShopAnswer): WooAnswer | null {
  const { status, headers } = answer;
  const body = readJson(answer);
  if (status >= 200 && status < 300) {
    const total = Number(headers.get("X-WP-Total") ?? Number.NaN);
    return { body, total: Number.isSafeInteger(total) ? total : null };
  }
  const { data: error } = errorSchema.safeParse(body);
  const code = error?.code;
  const details = { status, ...(code === undefined ? {} : { code }) };
  if (status === 401) throw new ShopApiError("keys_refused", details);
  if (status === 403) throw new ShopApiError("not_allowed", details);
  if (code === NO_ROUTE || (code !== undefined && NO_RECORD.test(code))) return null;
  throw new ShopApiError(status === 404 ? "not_found" : "refused", details);
}

function isJson({ text }: ShopAnswer): boolean {
  return text.trimStart().startsWith("{");
}

const recordSchema = z.looseObject({ id: z.number().int().positive() });
export type WooRecord = z.output<typeof recordSchema>;

/** The records of a list. */
export function readRecords({ body }: WooAnswer): WooRecord[] {
  return readAs(z.array(recordSchema), body);
}
