// What spreadsheet programs take for the beginning of a formula, the full-width forms included.
const FORMULA = "[=+\\-@\\t\\r\\n\\0\uFF1D\uFF0B\uFF0D\uFF20]";
const DANGEROUS = new RegExp(`^'*${FORMULA}`);
const NEUTRALIZED = new RegExp(`^'+${FORMULA}`);

/**
 * Text for a cell of a CSV file, which has no types: what a spreadsheet program would
 * run as a formula gets an apostrophe in front, by which it is shown as text.
 * `restoreCell` takes it off again: `+60123456789` goes out and comes back.
 */
export function neutralizeCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/**
 * Text for a cell that its file marks as text, which no program runs: only what
 * `restoreCell` would take something off gets an apostrophe more.
 */
export function guardTypedCell(text: string): string {
  return NEUTRALIZED.test(text) ? `'${text}` : text;
}

/** The text that `neutralizeCell` or `guardTypedCell` was given. */
export function restoreCell(text: string): string {
  return NEUTRALIZED.test(text) ? text.slice(1) : text;
}
