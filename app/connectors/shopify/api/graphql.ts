import * as z from "zod";
import { readAs, readJson } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopFetch } from "../../api/shop-fetch";

/** Shopify keeps a version for a year. */
const VERSION = "2026-07";

const answerSchema = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string().optional() }).optional() })).optional(),
});

export type ShopifyCall = <Schema extends z.ZodType>(
  query: string,
  variables: Record<string, unknown>,
  data: Schema,
) => Promise<z.output<Schema>>;

/** Calls a shop's GraphQL interface for small things. Throws a `ShopApiError`; `busy` when it is throttled. */
export function shopifyCall(ask: ShopFetch, shop: string, accessToken: string): ShopifyCall {
  return async (query, variables, data) => {
    const answer = await ask({
      url: `https://${shop}/admin/api/${VERSION}/graphql.json`,
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": accessToken },
      body: JSON.stringify({ query, variables }),
      isRead: query.startsWith("query"),
    });
    const { status } = answer;
    if (status === 401) throw new ShopApiError("keys_refused", { status });
    if (status === 403) throw new ShopApiError("not_allowed", { status });
    if (status === 402 || status === 404 || status === 423) throw new ShopApiError("not_found", { status });
    if (status !== 200) throw new ShopApiError("refused", { status });
    const body = readAs(answerSchema, readJson(answer));
    const [error] = body.errors ?? [];
    if (error) throw toError(error.extensions?.code);
    return readAs(data, body.data);
  };
}

function toError(code = "UNKNOWN"): ShopApiError {
  if (code === "THROTTLED") return new ShopApiError("busy", { status: 200, code });
  if (code === "ACCESS_DENIED") return new ShopApiError("not_allowed", { status: 200, code });
  return new ShopApiError("refused", { status: 200, code });
}
