import { foldText } from "../customers/search-text";

const LONGEST_NAME = 60;
const MOST_SHOWN = 6;

/** A mention that is being typed: where its "@" stands, and what follows up to the caret. */
export type OpenMention = { at: number; typed: string };

/** The mention that the caret stands in; null where there is none. An "@" inside a word begins none. */
export function findOpenMention(text: string, caret: number): OpenMention | null {
  const at = text.slice(0, caret).lastIndexOf("@");
  if (at < 0 || /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null;
  const typed = text.slice(at + 1, caret);
  return typed.length > LONGEST_NAME || /[\n\r]/.test(typed) || typed.startsWith(" ") ? null : { at, typed };
}

/** The people of whom one word of the name begins with what is typed, or the name goes on with it; at most six. */
export function suggestMentions<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const wanted = foldText(typed);
  // Who is named already is not suggested again.
  if (people.some(({ name }) => wanted === `${foldText(name)} `)) return [];
  return people.filter(({ name }) => ` ${foldText(name)} `.includes(` ${wanted}`)).slice(0, MOST_SHOWN);
}

/** The text with the mention written out and a space after it, and where the caret goes. */
export function writeMention(text: string, { at, typed }: OpenMention, name: string) {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(at + 1 + typed.length).replace(/^ /, ""), caret: before.length };
}
