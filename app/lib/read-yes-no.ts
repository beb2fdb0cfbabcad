/** English and Malay words, and what spreadsheets and forms write. */
const YES = new Set([
  "1",
  "y",
  "yes",
  "true",
  "t",
  "on",
  "ya",
  "betul",
  "benar",
  "ada",
  "setuju",
  "✓",
  "✔",
  "☑",
]);
const NO = new Set([
  "0",
  "n",
  "no",
  "false",
  "f",
  "off",
  "tidak",
  "tak",
  "bukan",
  "salah",
  "tiada",
  "✗",
  "✘",
  "☐",
]);

/** Whether the word says yes or no; null when it says neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.normalize("NFKC").trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
