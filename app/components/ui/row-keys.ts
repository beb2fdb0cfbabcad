type RowPress = { key: string; hasShift: boolean; isInRow: boolean };

/** To the row before or after; to tick it, with a range all from the last one that was ticked. */
export type RowKey = { do: "move"; step: 1 | -1 } | { do: "tick"; hasRange: boolean };

const STEPS: Partial<Record<string, 1 | -1>> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** Keys that act on rows, in small letters. Enter and Escape belong to the link or field that has the focus. */
export const ROW_KEYS: readonly string[] = [...Object.keys(STEPS), "x"];

/** What a key press asks of a list's rows, or null. Outside of a row the arrows scroll the page. */
export function readRowKey({ key, hasShift, isInRow }: RowPress): RowKey | null {
  const name = key.toLowerCase();
  const step = STEPS[name];
  if (step) return name.length === 1 || isInRow ? { do: "move", step } : null;
  return name === "x" ? { do: "tick", hasRange: hasShift } : null;
}
