import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ListParams } from "~/domain/filters/list-query.schema";
import type { Noun } from "~/domain/filters/nouns";
import { type ListAddress, listSearch } from "~/domain/views/list-address";
import type { ListChoices } from "~/domain/views/list-choices-queries.server";
import type { ListSetting } from "~/domain/views/views-queries.server";

/** What every part of a list's page needs to know of it. */
export type ListFacts = {
  noun: Noun;
  /** The organization's address, `/o/kedai`. */
  base: string;
  params: ListParams;
  setting: ListSetting;
  choices: ListChoices;
};

type ListValue = ListFacts & {
  /** The address of the list with a change, from its first page. */
  to: (change: Partial<ListAddress>) => string;
};

const Context = createContext<ListValue | null>(null);

export function ListProvider({ facts, children }: { facts: ListFacts; children: ReactNode }) {
  const value = useMemo(
    () => ({
      ...facts,
      to: (change: Partial<ListAddress>) =>
        listSearch(facts.noun, { ...facts.params, after: undefined, before: undefined, ...change }),
    }),
    [facts],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useList(): ListValue {
  const value = useContext(Context);
  if (!value) throw new Error("outside of a list's page");
  return value;
}
