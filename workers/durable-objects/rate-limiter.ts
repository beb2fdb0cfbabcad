import { DurableObject } from "cloudflare:workers";
import { type AttemptPolicy, type Attempts, type AttemptVerdict, takeAttempt } from "~/lib/attempt-limit";

const STATE = "attempts";

/**
 * Guards one key, for example one account's log-ins: callers everywhere meet the
 * same object, which takes them one after another, so the count is exact.
 */
export class RateLimiter extends DurableObject<Env> {
  /** Counts an attempt if it may be made now. `now` is in milliseconds. */
  async take(policy: AttemptPolicy, now: number = Date.now()): Promise<AttemptVerdict> {
    const { kv } = this.ctx.storage;
    const { verdict, after } = takeAttempt(kv.get<Attempts>(STATE) ?? null, policy, now);
    if (verdict.allowed) {
      kv.put(STATE, after);
      // What is forgotten is also deleted: keys may stand for addresses.
      await this.ctx.storage.setAlarm(now + policy.forgetAfter * 1000);
    }
    return verdict;
  }

  /** Starts from nothing, for example after the right password. */
  async forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
