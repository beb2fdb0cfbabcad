import { useEffect, useState } from "react";

/** Which rows of a page are ticked. */
export type Ticked = {
  ids: string[];
  isPage: boolean;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  togglePage: () => void;
  clear: () => void;
};

/** Another page begins anew; rows that are gone are ticked no longer. */
export function useTicked(page: string[]): Ticked {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setChosen(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another selection
  useEffect(clear, [page[0]]);
  const ids = page.filter((id) => chosen.has(id));
  const isPage = ids.length === page.length;
  return {
    ids,
    isPage,
    has: (id) => chosen.has(id),
    toggle: (id) => setChosen(new Set(chosen.has(id) ? ids.filter((one) => one !== id) : [...ids, id])),
    togglePage: () => setChosen(new Set(isPage ? [] : page)),
    clear,
  };
}
