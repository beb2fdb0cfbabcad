// What spreadsheet programs take for the beginning of a formula, the full-width forms included.
const FORMULA = "[=+\\-@\\t\\r\\n\\0\uFF1D\uFF0B\uFF0D\uFF20]";
const DANGEROUS = new RegExp(`^'*${FORMULA}`);
const NEUTRALIZED = new RegExp(`^'+${FORMULA}`);

/**
 * Text for a cell of a CSV or Excel file: what a spreadsheet program would run as
 * a formula gets an apostrophe in front, by which it is shown as text.
 * `restoreCell` takes it off again: `+60123456789` goes out and comes back.
 */
export function neutralizeCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that `neutralizeCell` was given. */
export function restoreCell(text: string): string {
  return NEUTRALIZED.test(text) ? text.slice(1) : text;
}
