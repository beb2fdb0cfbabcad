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

for (const ask of ["answerOf", "changesOf"] as const) {
  const original = Crowd.prototype[ask];
  Crowd.prototype[ask] = async function (call: Call): Promise<never> {
    const answer = (): Promise<unknown> => original.call(this, call);
    const before = await this.countCalls();
    const expected = await answer();
    const after = await this.countCalls();
    // One that raised an error is not counted.
    const named = String(expected).startsWith("refused") ? reachedFrom(call.sql) : new Set<string>();
    const isCalled = (name: string) => named.has(name) || after.get(name) !== before.get(name);
    const called = mutants.filter(({ functionName }) => isCalled(functionName));
    await judgeEach(this, called, wordsOf(expected), answer);
    return expected as never;
  };
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
