import type { RateLimits } from "~/domain/accounts/accounts-context";
import type { AttemptPolicy, AttemptVerdict } from "~/lib/attempt-limit";
import { logError } from "~/lib/log";

/** The object that guards one key. */
export type LimiterStub = {
  take(policy: AttemptPolicy): Promise<AttemptVerdict>;
  forget(): Promise<void>;
};

const CLOSED: AttemptVerdict = { allowed: false, retryAfterSeconds: 60 };

/** Limits kept by one object per key. When an object does not answer, the attempt is refused, not allowed. */
export function rateLimitsOver(open: (key: string) => LimiterStub): RateLimits {
  return {
    async take(key, policy) {
      try {
        return await open(key).take(policy);
      } catch (error) {
        logError("limits.unavailable", { error });
        return CLOSED;
      }
    },
    async forget(key) {
      await open(key).forget();
    },
  };
}
