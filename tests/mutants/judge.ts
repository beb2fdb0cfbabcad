import type { Mutant, Verdict } from "./mutant";
import type { ProjectCopy } from "./project-copy";
import { runVitest, type VitestRun } from "./vitest-run";

/** What each run gives while nothing is taken away; a red test proves nothing. */
const untouched = new Map<string, Promise<boolean>>();

/** Takes the safeguard away in the copy and runs the tests that should miss it, up to the first that fails. */
export async function judge(copy: ProjectCopy, mutant: Mutant): Promise<Verdict> {
  const startedAt = Date.now();
  const verdict = (outcome: Verdict["outcome"], by: string): Verdict => ({
    ...{ mutant, outcome, by },
    seconds: (Date.now() - startedAt) / 1000,
  });
  for (const run of mutant.runs) {
    if (!(await passesUntouched(copy, run))) return verdict("broken", "these tests fail without it, too");
    const result = await copy.withFile(mutant.file, mutant.mutated, () => runVitest(copy.folder, run));
    if (result.outcome === "failed") return verdict("caught", result.by);
    if (result.outcome === "broken") return verdict("broken", result.why);
  }
  return verdict("survived", "");
}

function passesUntouched(copy: ProjectCopy, run: VitestRun): Promise<boolean> {
  const key = JSON.stringify(run);
  const known = untouched.get(key);
  if (known) return known;
  const found = runVitest(copy.folder, run).then(({ outcome }) => outcome === "passed");
  untouched.set(key, found);
  return found;
}
