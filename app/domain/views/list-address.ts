import type { Filter } from "../filters/filter-tree";
import { SORTS, usualOrder } from "../filters/list-sorts";
import type { Noun } from "../filters/nouns";

export type Density = "comfortable" | "compact";

/** What a view keeps: which rows, in what order, and how they are shown. Null leaves it to the member. */
export type ViewState = {
  filter: Filter | null;
  sort: string;
  order: "asc" | "desc";
  columns: string[] | null;
  density: Density | null;
};

/** All that a list's address can say. */
export type ListAddress = ViewState & {
  q?: string;
  /** A view's id; `all` for the list without one. */
  view: string | null;
  after?: string | undefined;
  before?: string | undefined;
};

/** The query string of a list, from `?` on, without what goes without saying. */
export function listSearch(noun: Noun, address: ListAddress): string {
  const { q, filter, sort, order, columns, density, view, after, before } = address;
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => value && query.set(name, value);
  put("view", view);
  put("q", q);
  put("filter", filter && filter.rules.length > 0 ? JSON.stringify(filter) : null);
  put("sort", sort === SORTS[noun][0] ? null : sort);
  put("order", order === usualOrder(sort) ? null : order);
  put("columns", columns?.join(","));
  put("density", density);
  put("after", after);
  put("before", before);
  return `?${query}`;
}

/** The address that opens a view as it was saved. */
export function viewSearch(noun: Noun, { id, state }: { id: string; state: ViewState }): string {
  return listSearch(noun, { ...state, view: id });
}

/** Whether what the list shows is not what the view keeps. */
export function differsFrom(noun: Noun, state: ViewState, shown: ViewState): boolean {
  const stateOf = ({ filter, sort, order, columns, density }: ViewState): ListAddress => ({
    filter,
    sort,
    order,
    columns,
    density,
    view: null,
  });
  return listSearch(noun, stateOf(state)) !== listSearch(noun, stateOf(shown));
}
