import { judge } from "./judge";
import { group, judgeTogether, listRedTests } from "./judge-together";
import type { Mutant, Verdict } from "./mutant";
import { copyProject, type ProjectCopy } from "./project-copy";

type Options = { copies: number; deadline: number; tell: (verdict: Verdict) => void };

/**
 * Takes safeguards away in copies of the project and runs its tests there: first
 * those that can go together, then each that is left, until the time is over.
 */
export async function judgeInCopies(
  mutants: readonly Mutant[],
  { copies, deadline, tell }: Options,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const keep = (found: readonly Verdict[]) => {
    verdicts.push(...found);
    for (const verdict of found) tell(verdict);
  };
  const places = Array.from({ length: copies }, () => copyProject());
  try {
    const groups = group(mutants);
    const [first] = places;
    const red = first && groups.length > 0 ? await listRedTests(first, groups) : new Set<string>();
    await eachInCopy(places, groups, deadline, async (copy, one) =>
      keep(await judgeTogether(copy, one, red)),
    );
    const known = new Set(verdicts.map(({ mutant }) => mutant.name));
    const left = mutants.filter(({ name }) => !known.has(name));
    await eachInCopy(places, left, deadline, async (copy, mutant) => keep([await judge(copy, mutant)]));
  } finally {
    for (const place of places) place.remove();
  }
  return verdicts;
}

/** Every copy takes the next item when it is done with one. */
async function eachInCopy<T>(
  places: readonly ProjectCopy[],
  items: readonly T[],
  deadline: number,
  work: (copy: ProjectCopy, item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const workIn = async (copy: ProjectCopy) => {
    while (Date.now() < deadline) {
      const item = waiting.shift();
      if (item === undefined) break;
      await work(copy, item);
    }
  };
  await Promise.all(places.map(workIn));
}
