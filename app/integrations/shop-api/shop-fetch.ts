import { ShopApiError } from "~/connectors/api/shop-api-error";
import type { ShopAnswer, ShopFetch, ShopRequest } from "~/connectors/api/shop-fetch";
import { isPublicAddress } from "./public-address";
import { readBounded } from "./read-bounded";
import { retryAfterSeconds } from "./retry-after";

export type ShopFetchOptions = {
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<void>;
  now?: () => Date;
  /** From 0 to 1: spreads those who wait. */
  random?: () => number;
  /** Whether shops on this machine may be called: in development alone. */
  allowsLoopback?: boolean;
};

const ATTEMPTS = 3;
const TIMEOUT_MS = 20_000;
const MOST_BYTES = 10_000_000;
/** Whoever asks for a longer pause is left alone, and the caller told. */
const LONGEST_WAIT_SECONDS = 10;
const PASSING_STATUSES = [429, 500, 502, 503, 504];

/**
 * The one way to a shop's interface: public https addresses only, bounded in time and size,
 * redirects not followed, and patient with a shop that is busy. What was asked in order to change
 * something is asked again only when the shop said that it did nothing (429, 503 with a time).
 * Throws a `ShopApiError`.
 */
export function shopFetch(options: ShopFetchOptions = {}): ShopFetch {
  const { sleep = wait, now = () => new Date(), random = Math.random, allowsLoopback = false } = options;
  const ask = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  return async (request) => {
    if (!isPublicAddress(request.url, { allowsLoopback })) throw new ShopApiError("address_refused");
    for (let attempt = 1; ; attempt++) {
      const answer = await askOnce(ask, request, now);
      if (!(answer instanceof ShopApiError)) return answer;
      const seconds = answer.retryAfterSeconds ?? 0.5 * 2 ** attempt * (1 + random());
      if (!mayRepeat(request, answer) || attempt === ATTEMPTS || seconds > LONGEST_WAIT_SECONDS) throw answer;
      await sleep(seconds * 1000);
    }
  };
}

async function askOnce(
  ask: typeof fetch,
  { url, method = "GET", headers = {}, body }: ShopRequest,
  now: () => Date,
): Promise<ShopAnswer | ShopApiError> {
  try {
    const response = await ask(url, {
      method,
      headers: { Accept: "application/json", "User-Agent": "OruCRM", ...headers },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body }),
    });
    const { status } = response;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
      return new ShopApiError("redirected", { status });
    const text = await readBounded(response, MOST_BYTES);
    if (!PASSING_STATUSES.includes(status)) return { status, headers: response.headers, text };
    const seconds = retryAfterSeconds(response.headers.get("Retry-After"), now());
    return new ShopApiError("busy", { status, ...(seconds === null ? {} : { retryAfterSeconds: seconds }) });
  } catch (error) {
    if (error instanceof ShopApiError) return error;
    return new ShopApiError(isTimeout(error) ? "timed_out" : "unreachable", { cause: error });
  }
}

function mayRepeat({ method = "GET", isRead = method === "GET" }: ShopRequest, error: ShopApiError): boolean {
  const isUndone = error.status === 429 || (error.status === 503 && error.retryAfterSeconds !== null);
  return isUndone || (isRead && ["busy", "unreachable", "timed_out"].includes(error.problem));
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
