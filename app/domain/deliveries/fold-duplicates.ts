/** What folding needs to know of a delivery. */
type Foldable = { id: string; connectionId: string; dedupeKey: string; outcome: string };

export type Folded<T> = T & { repeats: T[] };

/**
 * Puts repetitions under the delivery they repeat, newest first as given. Where
 * that one is not among the rows, under their own newest. Nothing is lost or doubled.
 */
export function foldDuplicates<T extends Foldable>(rows: readonly T[]): Folded<T>[] {
  const heads = new Map<string, Folded<T>>();
  const keyOf = (row: T) => `${row.connectionId} ${row.dedupeKey}`;
  for (const row of rows) {
    if (row.outcome !== "duplicate" && !heads.has(keyOf(row))) heads.set(keyOf(row), { ...row, repeats: [] });
  }
  const folded: Folded<T>[] = [];
  for (const row of rows) {
    const head = heads.get(keyOf(row));
    if (!head) {
      const own = { ...row, repeats: [] };
      heads.set(keyOf(row), own);
      folded.push(own);
    } else if (head.id === row.id) folded.push(head);
    else if (row.outcome === "duplicate") head.repeats.push(row);
    else folded.push({ ...row, repeats: [] });
  }
  return folded;
}
