/**
 * Why a mail was not taken: `refused` will never be, `unavailable` may be later,
 * `unknown` may have been (the answer was lost; only the same idempotency key is
 * safe to send again). Carries the provider's code, never an address.
 */
export class MailError extends Error {
  readonly outcome: "refused" | "unavailable" | "unknown";

  constructor(outcome: MailError["outcome"], code: string, cause?: unknown) {
    super(`mail ${outcome}: ${code}`, cause === undefined ? undefined : { cause });
    this.name = "MailError";
    this.outcome = outcome;
  }
}
