import { findField } from "./catalogue";
import { opsOf } from "./filter-ops";
import { type Clause, clausesOf, type Filter } from "./filter-tree";
import { fitsType } from "./filter-values";
import type { Noun } from "./nouns";

/** Why a filter cannot be asked; words for each are under `lists:problems`. */
export type FilterProblem =
  | "unreadable"
  | "unknownField"
  | "wrongOperator"
  | "wrongValue"
  | "hiddenField"
  | "tooSlow";

/** What is wrong with a filter of the noun; null when it can be compiled. */
export function findProblem(noun: Noun, filter: Filter): FilterProblem | null {
  return (
    clausesOf(filter)
      .map((clause) => problemOf(noun, clause))
      .find((problem) => problem !== null) ?? null
  );
}

function problemOf(noun: Noun, clause: Clause): FilterProblem | null {
  const field = findField(noun, clause.field);
  if (!field) return "unknownField";
  if (!opsOf(field).includes(clause.op)) return "wrongOperator";
  return fitsType(clause, field.type) ? null : "wrongValue";
}

/** Whether a filter or sort touches what only roles with `contacts.view` see: others could ask it out letter by letter. */
export function asksForContacts(
  noun: Noun,
  { filter, sort }: { filter: Filter | null; sort: string },
): boolean {
  const names = [sort, ...(filter ? clausesOf(filter).map(({ field }) => field) : [])];
  return names.some((name) => findField(noun, name)?.needsContacts === true);
}
