import { useEffect, useState } from "react";
import type { ListCount } from "~/domain/filters/list-count.server";

type Listed = { count: number | null; isCountBounded: boolean; counting: Promise<ListCount | null> | null };

/**
 * How many rows match. A filtered list shows its rows before it is counted: null until then, and when nobody knows.
 * The number stays while the same query is read again.
 */
export function useListCount({ count, isCountBounded, counting }: Listed, query: object): ListCount | null {
  const [known, setKnown] = useState<{ asked: string; counted: ListCount | null }>();
  const asked = JSON.stringify(query);
  useEffect(() => {
    let isShown = true;
    // An answer that breaks off leaves the number unknown.
    counting?.then(
      (counted) => isShown && setKnown({ asked, counted }),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [counting, asked]);
  if (count !== null) return { count, isCountBounded };
  return known?.asked === asked ? known.counted : null;
}
