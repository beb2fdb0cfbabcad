import { appendFileSync } from "node:fs";
import { expect, inject } from "vitest";
import * as z from "zod";
import { type Call, Crowd } from "../factories/crowd-changes";
import type { DatabaseMutant } from "./mutant";

declare module "vitest" {
  interface ProvidedContext {
    /** What a crowd's calls are made without, and the file that takes the names of what was noticed. */
    crowdMutants: { mutants: DatabaseMutant[]; bodies: Record<string, string>; noticedIn: string };
  }
}

/** Answers that all say no: the tests tell them apart in places only, so that is not counted. */
const REFUSAL = /^(?:null|nothing|false|\[\]|refused OR401|\{outcome:(?:expired|session_over)\})$/;
/** A function that cannot be made or run any more shows nothing. */
const BROKEN = /^refused 42/;

const { mutants, bodies, noticedIn } = inject("crowdMutants");
const codeOf = (error: unknown) => z.object({ code: z.string() }).parse(error).code;
const wordsOf = (answer: unknown) =>
  typeof answer === "string" && REFUSAL.test(answer) ? "no" : String(answer);
const noticed = new Set<string>();

const { answerOf, changesOf } = Crowd.prototype;
Crowd.prototype.answerOf = function (call) {
  return judged(this, call, () => answerOf.call(this, call));
};
Crowd.prototype.changesOf = function (call) {
  return judged(this, call, () => changesOf.call(this, call));
};

/** The answer, after every function that it came from was tried without each of its conditions. */
async function judged<T>(crowd: Crowd, { sql }: Call, answer: () => Promise<T>): Promise<T> {
  const before = await crowd.countCalls();
  const expected = await answer();
  const after = await crowd.countCalls();
  // One that raised an error is not counted.
  const named = String(expected).startsWith("refused") ? reachedFrom(sql) : new Set<string>();
  const isCalled = (name: string) => named.has(name) || after.get(name) !== before.get(name);
  const called = mutants.filter(({ functionName }) => isCalled(functionName));
  await judgeEach(crowd, called, wordsOf(expected), answer);
  return expected;
}

/** The functions that a statement names, with those that they name. */
function reachedFrom(sql: string, reached = new Set<string>()): Set<string> {
  for (const [name, body] of Object.entries(bodies)) {
    if (reached.has(name) || !sql.includes(`${name}(`)) continue;
    reached.add(name);
    reachedFrom(body, reached);
  }
  return reached;
}

/** Asks again without each condition: a test that compares the answer would notice what differs. */
async function judgeEach(
  crowd: Crowd,
  called: readonly DatabaseMutant[],
  expected: string,
  answer: () => Promise<unknown>,
): Promise<void> {
  for (const { name, statement } of called) {
    if (noticed.has(name)) continue;
    const got = await crowd
      .after(statement, async () => wordsOf(await answer()))
      .catch((error: unknown) => `refused ${codeOf(error)}`);
    if (got === expected || BROKEN.test(got)) continue;
    noticed.add(name);
    appendFileSync(noticedIn, `${JSON.stringify({ name, by: expect.getState().currentTestName })}\n`);
  }
}
