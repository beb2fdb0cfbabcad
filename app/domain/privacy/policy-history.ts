import { diffWords, type WordRun } from "~/lib/diff-words";
import { POLICY_VERSIONS, type PolicyVersion } from "./policy-versions";
import { type PolicyPromise, PROMISES } from "./promises";

type Language = "en" | "ms";

/** One changed sentence, as runs of words that stayed, came or went. */
export type ChangedSentence = { id: string; runs: WordRun[] };
export type PastVersion = { version: string; announcedOn: string; changed: ChangedSentence[] };

/** The policy's sentences as a version has them. Throws when there is no such version. */
export function textsOf(
  version: string,
  versions: readonly PolicyVersion[] = POLICY_VERSIONS,
  current: readonly PolicyPromise[] = PROMISES,
): Map<string, PolicyPromise> {
  const texts = new Map(current.map((promise) => [promise.id, promise]));
  for (const one of versions.toReversed()) {
    if (one.version === version) return texts;
    for (const { id, was } of one.changes) {
      if (was) texts.set(id, { id, ...was });
      else texts.delete(id);
    }
  }
  throw new Error(`the policy has no version ${version}`);
}

/** What the hash of a version is taken of: one line per sentence, in the order of their ids. */
export function hashedTextOf(texts: ReadonlyMap<string, PolicyPromise>): string {
  return [...texts.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, en, ms }) => JSON.stringify([id, en, ms]))
    .join("\n");
}

/** Every version, newest first, with what each changed. */
export function readHistory(
  language: Language,
  versions: readonly PolicyVersion[] = POLICY_VERSIONS,
  current: readonly PolicyPromise[] = PROMISES,
): PastVersion[] {
  return versions.toReversed().map(({ version, announcedOn, changes }) => {
    const after = textsOf(version, versions, current);
    const changed = changes.map(({ id, was }) => ({
      id,
      runs: diffWords(was?.[language] ?? "", after.get(id)?.[language] ?? ""),
    }));
    return { version, announcedOn, changed };
  });
}
