import type { Cut, Mutant, Verdict } from "./mutant";
import type { ProjectCopy } from "./project-copy";
import { readFile, splice } from "./sources";
import { listFailures, type VitestRun } from "./vitest-run";

/** Safeguards of one file that are gone at once; the tests of one say nothing about another. */
export type Group = { file: string; run: VitestRun; mutants: (Mutant & { cut: Cut })[] };

/** As few groups as it takes to keep apart what lies within another's place. */
export function group(mutants: readonly Mutant[]): Group[] {
  const groups: Group[] = [];
  for (const mutant of mutants) {
    const { file, cut, runs } = mutant;
    const [run] = runs;
    if (!cut || !run) continue;
    const fits = groups.find(
      (known) => known.file === file && known.mutants.every((other) => !isWithin(cut, other.cut)),
    );
    if (fits) fits.mutants.push({ ...mutant, cut });
    else groups.push({ file, run, mutants: [{ ...mutant, cut }] });
  }
  return groups;
}

const isWithin = (one: Cut, other: Cut) =>
  `${one.place}.`.startsWith(`${other.place}.`) || `${other.place}.`.startsWith(`${one.place}.`);

/** Those of the group that a test of their own missed. What is left has to be tried by itself. */
export async function judgeTogether(
  copy: ProjectCopy,
  { file, run, mutants }: Group,
  failsUntouched: ReadonlySet<string>,
): Promise<Verdict[]> {
  const startedAt = Date.now();
  const only = mutants.map(({ cut }) => cut.noticedBy).join("|");
  const fromTheEnd = mutants.map(({ cut }) => cut).sort((a, b) => b.start - a.start);
  const mutated = fromTheEnd.reduce(
    (code, { start, end, by }) => splice(code, start, end, by),
    readFile(file),
  );
  const failed = await copy.withFile(file, mutated, () => listFailures(copy.folder, { ...run, only }));
  const seconds = (Date.now() - startedAt) / 1000 / mutants.length;
  return mutants.flatMap(({ cut, ...mutant }): Verdict[] => {
    const pattern = new RegExp(cut.noticedBy);
    const by = failed?.find((name) => pattern.test(name) && !failsUntouched.has(name));
    return by === undefined ? [] : [{ mutant: { ...mutant, cut }, outcome: "caught", by, seconds }];
  });
}

/** The tests of all these groups that fail while nothing is taken away. */
export async function listRedTests(copy: ProjectCopy, groups: readonly Group[]): Promise<Set<string>> {
  const red = new Set<string>();
  for (const file of new Set(groups.map((one) => one.file))) {
    const own = groups.filter((one) => one.file === file);
    const only = own.flatMap(({ mutants }) => mutants.map(({ cut }) => cut.noticedBy)).join("|");
    const [first] = own;
    if (!first) continue;
    for (const name of (await listFailures(copy.folder, { ...first.run, only })) ?? []) red.add(name);
  }
  return red;
}
