import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { atLeast, refuseAtLeast } from "./at-least";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds until it settles, by the timers' clock. */
async function duration(start: () => Promise<unknown>): Promise<number> {
  const startedAt = Date.now();
  const settled = start().then(
    () => Date.now() - startedAt,
    () => Date.now() - startedAt,
  );
  await vi.runAllTimersAsync();
  return settled;
}
const settleAfter = (ms: number, outcome: () => unknown) =>
  new Promise((resolve) => setTimeout(resolve, ms)).then(outcome);
const fail = () => {
  throw new Error("refused");
};

describe("an answer that comes at least so late", () => {
  test.each([
    ["a success", () => 1],
    ["a refusal", fail],
  ])("keeps %s back, and no longer than it takes by itself", async (_name, outcome) => {
    expect(await duration(() => atLeast(100, settleAfter(30, outcome)))).toBe(100);
    expect(await duration(() => atLeast(100, settleAfter(130, outcome)))).toBe(130);
  });
});

describe("a refusal that comes at least so late", () => {
  test("is kept back, and stays the same", async () => {
    expect(await duration(() => refuseAtLeast(100, settleAfter(30, fail)))).toBe(100);
    expect(await duration(() => refuseAtLeast(100, settleAfter(130, fail)))).toBe(130);
    const refused = expect(refuseAtLeast(100, settleAfter(30, fail))).rejects.toThrow("refused");
    await vi.runAllTimersAsync();
    await refused;
  });

  test("keeps no success back, and leaves no timer behind", async () => {
    expect(
      await duration(() =>
        refuseAtLeast(
          100,
          settleAfter(30, () => 1),
        ),
      ),
    ).toBe(30);
    expect(vi.getTimerCount()).toBe(0);
  });
});
