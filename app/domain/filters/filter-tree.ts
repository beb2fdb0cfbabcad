import type { Op } from "./filter-ops";

type Scalar = string | number | boolean;

/**
 * One condition. Money is in minor units of `currency`; dates are days of the
 * organization's calendar (`YYYY-MM-DD`); `between` takes both ends, which belong to it.
 */
export type Clause = {
  field: string;
  op: Op;
  value?: Scalar | Scalar[] | undefined;
  currency?: string | undefined;
};
export type Group = { match: "all" | "any"; rules: Rule[] };
export type Rule = Clause | Group;

/** A tree of conditions, as lists, views and segments keep it. An empty root lets everything through. */
export type Filter = Group & { v: 1 };

export const MOST_DEPTH = 5;
export const MOST_CLAUSES = 100;

export const isGroup = (rule: Rule): rule is Group => "rules" in rule;

/** All conditions of a tree, whatever groups they stand in. */
export function clausesOf(group: Group): Clause[] {
  return group.rules.flatMap((rule) => (isGroup(rule) ? clausesOf(rule) : [rule]));
}

/** Groups within groups; 1 is a root of conditions only. */
export function depthOf(group: Group): number {
  return 1 + Math.max(0, ...group.rules.filter(isGroup).map(depthOf));
}
