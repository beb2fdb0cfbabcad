const UNSTORABLE = /[\p{Cc}\p{Surrogate}]+/gu;

/**
 * Makes foreign text storable and showable on one line: control characters (a
 * database refuses NUL) and halves of surrogate pairs become a space, ends are
 * trimmed, and it is cut at `maxLength` UTF-16 units. Null when nothing remains.
 */
export function cleanText(text: string, maxLength: number): string | null {
  const cut = text.trim().slice(0, maxLength);
  return cut.replace(UNSTORABLE, " ").trim() || null;
}
