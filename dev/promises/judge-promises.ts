import { PROMISES } from "~/domain/privacy/promises";
import { findUnbuilt } from "~/domain/privacy/unbuilt-promises";
import type { PromiseTest } from "./find-promise-tests";

export type Verdict = { lines: string[]; wrong: string[] };

/** Each promise with its tests, and what is wrong: one that nothing holds, a test that names none. */
export function judgePromises(tests: ReadonlyMap<string, readonly PromiseTest[]>): Verdict {
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const { id, en } of PROMISES) {
    const held = tests.get(id) ?? [];
    const unbuilt = findUnbuilt(id);
    lines.push(`${id} ${en}`);
    if (unbuilt) lines.push(`    not built yet: ${unbuilt}`);
    lines.push(...held.map(({ title, file }) => `    ${title} (${file})`));
    if (!unbuilt && held.length === 0) wrong.push(`${id} has no test: name one "[${id}] …".`);
    if (unbuilt && held.length > 0)
      wrong.push(`${id} has tests: take it out of app/domain/privacy/unbuilt-promises.ts.`);
  }
  const known = new Set<string>(PROMISES.map(({ id }) => id));
  for (const [id, [first]] of tests)
    if (!known.has(id)) wrong.push(`${id} is no promise, but ${first?.file} names it.`);
  return { lines, wrong };
}
