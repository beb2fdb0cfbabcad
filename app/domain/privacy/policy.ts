import { PROMISES, type PromiseId } from "./promises";

export const PRIVACY_CONTACT = "privacy@orucrm.com";

/** A sentence of the policy with the promise that it makes. */
export type PolicySentence = { id: PromiseId; text: string };

/** `key` is `1.1`; the title of one with siblings is `privacy:groups.1_1`. */
export type PolicyGroup = { key: string; sentences: PolicySentence[] };
export type PolicySection = { number: string; groups: PolicyGroup[] };

/** The promises as sections and groups, in one language. */
export function readPolicy(language: "en" | "ms"): PolicySection[] {
  const sections: PolicySection[] = [];
  for (const promise of PROMISES) {
    const [number = ""] = promise.id.split(".");
    const key = promise.id.replace(/[a-z]$/, "");
    const section = lastOrNew(sections, (one) => one.number === number, { number, groups: [] });
    const group = lastOrNew(section.groups, (one) => one.key === key, { key, sentences: [] });
    group.sentences.push({ id: promise.id, text: promise[language] });
  }
  return sections;
}

function lastOrNew<T>(list: T[], isIt: (one: T) => boolean, fresh: T): T {
  const last = list.at(-1);
  if (last !== undefined && isIt(last)) return last;
  list.push(fresh);
  return fresh;
}
