import { foldName } from "./field-names";
import type { RowCells } from "./row-cells";

/** Words by what they mean, folded as `foldName` folds: the first in English, the second in Malay, then others. */
type Words<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>;

/** Reads cells that hold one of some words: what a cell means, null where it is empty or means nothing known. */
export function wordReader<Meaning extends string>(words: Words<Meaning>, code: string) {
  const meanings = new Map<string, Meaning>();
  const known: string[] = [];
  for (const meaning in words) {
    known.push(words[meaning].slice(0, 2).join(" / "));
    for (const word of words[meaning]) meanings.set(word, meaning);
  }
  return (cells: RowCells, field: string): Meaning | null => {
    const text = cells.text(field);
    if (text === "") return null;
    const word = meanings.get(text.toLowerCase()) ?? meanings.get(foldName(text));
    return word ?? cells.wrong(field, code, { known: known.join(", ") });
  };
}
