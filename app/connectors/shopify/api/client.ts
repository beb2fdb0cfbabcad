import * as z from "zod";
import { readAs, readJson } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopAnswer, ShopApi } from "../../api/shop-fetch";

/** `shop` is the myshopify.com domain, or a whole address of a fake shop. */
export type ShopifyKeys = { shop: string; token: string };

/** Asks one GraphQL question; answers its `data`. */
export type ShopifyAsk = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

/** Quarterly, and supported for a year. */
const SHOPIFY_API_VERSION = "2026-07";
const ATTEMPTS = 5;
/** A longer wait is the caller's: the bucket of a shop fills within twenty seconds. */
const LONGEST_WAIT_SECONDS = 20;

const costSchema = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});
type Cost = z.output<typeof costSchema>;

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string() }).partial().optional() }))
    .or(z.string())
    .optional(),
  extensions: z.object({ cost: costSchema }).partial().optional(),
});

/**
 * Speaks Shopify's GraphQL Admin interface within its bucket of points: waits before a question that
 * the bucket cannot pay, and after one that it refused.
 */
export function shopifyClient({ ask, sleep }: ShopApi, { shop, token }: ShopifyKeys): ShopifyAsk {
  const base = /^https?:\/\//.test(shop) ? shop : `https://${shop}`;
  const url = `${base}/admin/api/${SHOPIFY_API_VERSION}/graphql.json`;
  let cost: Cost | null = null;
  return async (query, variables) => {
    if (cost) await sleep(1000 * secondsUntilPaid(cost));
    for (let attempt = 1; ; attempt++) {
      const answer = await ask({
        url,
        method: "POST",
        isRead: true,
        headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": token },
        body: JSON.stringify({ query, variables }),
      });
      refuseStatus(answer);
      const { data, errors, extensions } = readAs(answerSchema, readJson(answer));
      cost = extensions?.cost ?? null;
      const codes = typeof errors === "string" ? [errors] : (errors ?? []).map((one) => one.extensions?.code);
      if (codes.length === 0) return data;
      if (!codes.includes("THROTTLED")) throw refusal(codes.find((code) => code !== undefined));
      const seconds = cost ? secondsUntilPaid(cost) : 2 * attempt;
      if (attempt === ATTEMPTS || seconds > LONGEST_WAIT_SECONDS)
        throw new ShopApiError("busy", { retryAfterSeconds: Math.ceil(seconds) });
      await sleep(1000 * seconds);
    }
  };
}

/** Until the bucket holds what the last question asked for, as the next one will. */
function secondsUntilPaid({ requestedQueryCost, throttleStatus }: Cost): number {
  const { currentlyAvailable, restoreRate, maximumAvailable } = throttleStatus;
  const needed = Math.min(requestedQueryCost, maximumAvailable) - currentlyAvailable;
  return Math.max(0, needed / restoreRate);
}

function refuseStatus({ status }: ShopAnswer): void {
  if (status === 200) return;
  const problem =
    status === 401
      ? "keys_refused"
      : status === 403
        ? "not_allowed"
        : status === 404
          ? "not_found"
          : "refused";
  throw new ShopApiError(problem, { status });
}

function refusal(code: string | undefined): ShopApiError {
  const known = code !== undefined && /^[A-Z_]{1,60}$/.test(code) ? { code } : {};
  return new ShopApiError(code === "ACCESS_DENIED" ? "not_allowed" : "refused", known);
}
