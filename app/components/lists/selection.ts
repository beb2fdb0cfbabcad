import type { ListQuery } from "~/domain/filters/list-query.schema";

/** What is selected in a list: single rows, or all that match on however many pages. */
export type Selection =
  | { kind: "ids"; ids: string[] }
  | { kind: "matching"; params: ListQuery; count: number; isCountBounded: boolean };
