export type ShopApiProblem =
  /** Not an address on the public internet, or not https. */
  | "address_refused"
  | "unreachable"
  | "timed_out"
  /** It answered with another address; that is not followed. */
  | "redirected"
  | "too_large"
  /** It asks to come back later, or fails again and again. */
  | "busy"
  | "not_json"
  /** The keys or the token are wrong, or were taken back. */
  | "keys_refused"
  /** The keys are right, and may not read this. */
  | "not_allowed"
  /** There is no such interface at the address. */
  | "not_found"
  /** It answered with an error of its own. */
  | "refused"
  /** JSON, but not what the platform's documentation says. */
  | "unexpected";

type Details = { status?: number; retryAfterSeconds?: number; code?: string; cause?: unknown };

/** Why a shop's interface gave no answer that can be used. Names no address, key or record. */
export class ShopApiError extends Error {
  readonly problem: ShopApiProblem;
  readonly status: number | null;
  /** How long it asks to be left alone, when it says so. */
  readonly retryAfterSeconds: number | null;
  /** The platform's own word for it. */
  readonly code: string | null;

  constructor(problem: ShopApiProblem, { status, retryAfterSeconds, code, cause }: Details = {}) {
    const words = [problem, status, code].filter((part) => part !== undefined).join(" ");
    super(`shop api: ${words}`, cause === undefined ? undefined : { cause });
    this.name = "ShopApiError";
    this.problem = problem;
    this.status = status ?? null;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
    this.code = code ?? null;
  }
}

const PASSING: readonly ShopApiProblem[] = ["busy", "unreachable", "timed_out"];

/** Whether the same question may be answered later. */
export function isPassing({ problem }: ShopApiError): boolean {
  return PASSING.includes(problem);
}
