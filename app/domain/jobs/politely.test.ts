import { expect, test } from "vitest";
import type { StepResult } from "./job-step";
import { politely } from "./politely";

const COUNTS = { done: 1, total: null, failed: 0 };
const MORE: StepResult = { ...COUNTS, isDone: false, cursor: {} };
const OVER: StepResult = { ...COUNTS, isDone: true, result: {}, expiresAt: null };

/** How long the database rests after a step of so many milliseconds. */
async function restsAfter(took: number, result: StepResult): Promise<number[]> {
  const rests: number[] = [];
  let at = 0;
  const tools = { now: () => new Date(at), pause: async (ms: number) => void rests.push(ms) };
  const step = politely(async () => {
    at += took;
    return result;
  });
  expect(await step(tools, null)).toBe(result);
  return rests;
}

test("a job rests after each step for a part of the time that it took, and never for long", async () => {
  expect(await restsAfter(400, MORE)).toEqual([60]);
  expect(await restsAfter(60_000, MORE)).toEqual([1000]);
});

test("a job that is over does not rest", async () => {
  expect(await restsAfter(400, OVER)).toEqual([]);
});
