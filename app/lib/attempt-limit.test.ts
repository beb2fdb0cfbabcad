import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AttemptPolicy, type Attempts, takeAttempt } from "./attempt-limit";

const policy: AttemptPolicy = { free: 3, waits: [10, 60], forgetAfter: 3600 };

/** Attempts at the given seconds; whether each was allowed. */
function run(seconds: number[], use = policy): boolean[] {
  let state: Attempts | null = null;
  return seconds.map((second) => {
    const { verdict, after } = takeAttempt(state, use, second * 1000);
    state = after;
    return verdict.allowed;
  });
}

describe("takeAttempt", () => {
  test("lets the free attempts through at once, then slows down", () => {
    expect(run([0, 0, 0, 0])).toEqual([true, true, true, false]);
    expect(run([0, 0, 0, 9, 10, 69, 70])).toEqual([true, true, true, false, true, false, true]);
  });

  test("tells how long to wait", () => {
    let state: Attempts | null = null;
    for (let i = 0; i < 3; i++) state = takeAttempt(state, policy, 0).after;
    expect(takeAttempt(state, policy, 2500).verdict).toEqual({ allowed: false, retryAfterSeconds: 8 });
  });

  test("repeats the last wait instead of growing for ever", () => {
    expect(run([0, 0, 0, 10, 70, 130, 190, 250])).toEqual(Array(8).fill(true));
  });

  test("starts over after a quiet time", () => {
    expect(run([0, 0, 0, 10, 3609])).toEqual([true, true, true, true, true]);
    expect(run([0, 0, 0, 10, 3610, 3610, 3610, 3610])).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test("never locks out: after the longest wait the next attempt is allowed, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3600), { maxLength: 60 }), (steps) => {
        let second = 0;
        let state: Attempts | null = null;
        for (const step of steps) {
          second += step;
          state = takeAttempt(state, policy, second * 1000).after;
        }
        const { verdict } = takeAttempt(state, policy, (second + Math.max(...policy.waits)) * 1000);
        expect(verdict.allowed).toBe(true);
      }),
    );
  });

  test("never allows more than the free ones and one per wait, however fast they come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (steps) => {
        let second = 0;
        const seconds = steps.map((step) => (second += step));
        const allowed = run(seconds).filter(Boolean).length;
        expect(allowed).toBeLessThanOrEqual(policy.free + Math.floor(second / 10));
      }),
    );
  });
});
