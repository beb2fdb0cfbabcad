import { DelimitedParser } from "./delimited-parser";
import { DELIMITERS, type Delimiter } from "./encodings";

const MOST_ROWS = 50;
const DECLARED = /^sep=([\t;|,])\r?\n?$/i;

/** The delimiter by which most rows of the text's beginning have as many cells as the others, and more than one. */
export function guessDelimiter(text: string): Delimiter {
  const firstLine = text.slice(0, 8).split(/\r?\n/, 1)[0] ?? "";
  const declared = DELIMITERS.find((one) => one === DECLARED.exec(firstLine)?.[1]);
  if (declared) return declared;
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : ",";
}

/** Whether a file's first row only names its delimiter, as Excel wants it. */
export function isDeclaration(row: readonly string[]): boolean {
  const [first = "", ...rest] = row;
  return /^sep=[\t;|,]?$/i.test(first) && rest.every((cell) => cell === "");
}

function scoreOf(text: string, delimiter: Delimiter): number {
  const counts = widthsOf(text, delimiter);
  const often = new Map<number, number>();
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of often) {
    if (count > 1) best = Math.max(best, times / counts.length + Math.min(count, 50) / 1000);
  }
  return best;
}

function widthsOf(text: string, delimiter: Delimiter): number[] {
  try {
    return new DelimitedParser(delimiter)
      .push(text)
      .filter((row) => row.some((cell) => cell.trim() !== ""))
      .slice(0, MOST_ROWS)
      .map((row) => row.length);
  } catch {
    return [];
  }
}
