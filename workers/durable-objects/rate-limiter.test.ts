import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { ATTEMPT_POLICIES } from "~/domain/accounts/attempt-policies.server";
import type { AttemptPolicy } from "~/lib/attempt-limit";

const policy: AttemptPolicy = { free: 5, waits: [30], forgetAfter: 3600 };
const start = Date.now();

function limiter(name: string) {
  return env.RATE_LIMITER.getByName(name);
}

describe("rate limiter", () => {
  test("[2.2a] lets exactly the allowed number through, of fifty at once", async () => {
    const one = limiter("at-once");
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => one.take(policy, start)));
    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(5);
    expect(verdicts.at(-1)).toEqual({ allowed: false, retryAfterSeconds: 30 });
  });

  test.each(Object.entries(ATTEMPT_POLICIES))(
    "[2.2a] of fifty too many at once, and again after each wait, %s never lets more through than it says",
    async (act, limits: AttemptPolicy) => {
      const one = limiter(`all-${act}`);
      const allowedAt = async (now: number) => {
        const attempts = Array.from({ length: limits.free + 50 }, () => one.take(limits, now));
        const verdicts = await Promise.all(attempts);
        return verdicts.filter((verdict) => verdict.allowed).length;
      };
      expect(await allowedAt(start)).toBe(limits.free);
      let now = start;
      for (const wait of limits.waits) {
        expect(await allowedAt(now + wait * 1000 - 1)).toBe(0);
        now += wait * 1000;
        expect(await allowedAt(now)).toBe(1);
      }
    },
  );

  test("counts each key alone", async () => {
    for (let i = 0; i < 6; i++) await limiter("one").take(policy, start);
    expect((await limiter("one").take(policy, start)).allowed).toBe(false);
    expect((await limiter("other").take(policy, start)).allowed).toBe(true);
  });

  test("opens again after the wait, so the owner is never locked out for ever", async () => {
    const one = limiter("wait");
    for (let i = 0; i < 20; i++) await one.take(policy, start);
    expect((await one.take(policy, start + 29_999)).allowed).toBe(false);
    expect((await one.take(policy, start + 30_000)).allowed).toBe(true);
  });

  test("starts over when told to forget", async () => {
    const one = limiter("forget");
    for (let i = 0; i < 6; i++) await one.take(policy, start);
    await one.forget();
    expect((await one.take(policy, start)).allowed).toBe(true);
  });

  test("keeps nothing of a key once its time is over", async () => {
    const one = limiter("alarm");
    await one.take(policy, start);
    const kept = () => runInDurableObject(one, (_object, state) => [...state.storage.kv.list()].length);
    expect(await kept()).toBe(1);
    expect(await runInDurableObject(one, (_object, state) => state.storage.getAlarm())).toBe(
      start + 3_600_000,
    );
    expect(await runDurableObjectAlarm(one)).toBe(true);
    expect(await kept()).toBe(0);
  });
});
