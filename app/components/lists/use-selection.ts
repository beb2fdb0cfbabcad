import { useEffect, useRef, useState } from "react";
import type { ListQuery } from "~/domain/filters/list-query.schema";
import type { Selection } from "./selection";

type ListedRows = {
  ids: string[];
  count: number;
  isCountBounded: boolean;
  /** Whether more match than this page shows. */
  hasMore: boolean;
  query: ListQuery;
};

/**
 * Which rows of a page are selected, or all that match. Another page, filter or
 * order begins anew; rows that are gone are selected no longer.
 */
export function useSelection({ ids, count, isCountBounded, hasMore, query }: ListedRows) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const last = useRef<string | null>(null);
  const page = `${JSON.stringify(query)} ${ids[0] ?? ""}`;
  const clear = () => {
    setChosen(new Set());
    setAll(false);
    last.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another selection
  useEffect(clear, [page]);
  const selected = ids.filter((id) => chosen.has(id));

  /** Ticks or unticks a row; with `isRange` all rows from the last one on. */
  const toggle = (id: string, isRange: boolean) => {
    const on = !chosen.has(id);
    const [one, other] = [ids.indexOf(last.current ?? id), ids.indexOf(id)];
    const range = isRange && one >= 0 ? ids.slice(Math.min(one, other), Math.max(one, other) + 1) : [id];
    const next = new Set(chosen);
    for (const each of range) on ? next.add(each) : next.delete(each);
    last.current = id;
    setAll(false);
    setChosen(next);
  };
  const togglePage = () => {
    setAll(false);
    setChosen(selected.length === ids.length ? new Set() : new Set(ids));
  };
  const selection: Selection = isAll
    ? { kind: "matching", params: query, count, isCountBounded }
    : { kind: "ids", ids: selected };
  return {
    selection,
    size: isAll ? count : selected.length,
    has: (id: string) => isAll || chosen.has(id),
    isPageSelected: ids.length > 0 && (isAll || selected.length === ids.length),
    hasMore,
    toggle,
    togglePage,
    selectAll: () => setAll(true),
    clear,
  };
}

export type SelectionState = ReturnType<typeof useSelection>;
