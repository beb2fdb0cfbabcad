import type { Path } from "~/connectors/generic/mapping.schema";
import { isRecord, readRaw } from "~/connectors/read";

/** Values shown of one body. */
export const MOST_VALUES = 250;
const MOST_OF_LIST = 2;
const DEEPEST = 11;
const LONGEST_NAME = 100;

/** A line of a body that is shown as a tree. */
export type TreeRow =
  | { kind: "branch"; path: Path; depth: number; name: string }
  /** `text` is empty for a value that says nothing. */
  | { kind: "value"; path: Path; depth: number; name: string; text: string }
  /** Entries of a list that look like those above. */
  | { kind: "more"; path: Path; depth: number; count: number };

/** The lines of a body from its root; of a list the first entries. Cut off after `MOST_VALUES` values. */
export function treeRows(body: unknown): { rows: TreeRow[]; isCut: boolean } {
  const rows: TreeRow[] = [];
  let values = 0;
  const visit = (value: unknown, path: Path) => {
    const depth = path.length - 1;
    const name = path.at(-1) ?? "";
    const parts = depth < DEEPEST ? partsOf(value) : [];
    if (parts.length === 0) {
      values += 1;
      const text = readRaw(value)?.trim() ?? "";
      if (values <= MOST_VALUES && path.length > 0) rows.push({ kind: "value", path, depth, name, text });
      return;
    }
    if (path.length > 0 && values < MOST_VALUES) rows.push({ kind: "branch", path, depth, name });
    const shown = Array.isArray(value) ? parts.slice(0, MOST_OF_LIST) : parts;
    for (const [part, inside] of shown) if (values <= MOST_VALUES) visit(inside, [...path, part]);
    const count = parts.length - shown.length;
    if (count > 0 && values <= MOST_VALUES) rows.push({ kind: "more", path, depth: depth + 1, count });
  };
  visit(body, []);
  return { rows, isCut: values > MOST_VALUES };
}

function partsOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((part, index) => [String(index), part]);
  if (!isRecord(value)) return [];
  return Object.entries(value).filter(([name]) => name.length <= LONGEST_NAME);
}
