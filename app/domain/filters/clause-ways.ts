import type { Clause } from "./filter-tree";
import type { Noun } from "./nouns";

/**
 * How one condition is asked where several ways, each with an index of its own, find its rows together: a product by
 * its few items or down the list, who spent nothing among those who never paid or paid in other currencies only.
 */
export type Way = "collect" | "walk" | "spent" | "unpaid" | "elsewhere";

/** The ways of a condition; none where one predicate serves. */
export function waysOf(noun: Noun, clause: Clause): readonly Way[] {
  if (clause.field === "product" && clause.op === "anyOf") return ["collect", "walk"];
  if (noun === "customers" && clause.field === "spend" && holdsForNothing(clause)) {
    return ["spent", "unpaid", "elsewhere"];
  }
  return [];
}

/** Whether an amount of nothing is what a condition asks for. */
export function holdsForNothing({ op, value }: Clause): boolean {
  if (op === "between")
    return Array.isArray(value) && Math.min(...value.map(Number)) <= 0 && Math.max(...value.map(Number)) >= 0;
  const asked = Number(value);
  if (op === "atLeast") return asked <= 0;
  return op === "atMost" ? asked >= 0 : asked === 0;
}
