/**
 * The kinds of records that a message of the server names, none when it is no
 * such message. Checked by hand: a schema library would outweigh the page's code.
 */
export function readChanged(data: unknown): string[] {
  const message = parseJson(data);
  if (typeof message !== "object" || message === null || !("changed" in message)) return [];
  const { changed } = message;
  return Array.isArray(changed) ? changed.filter((kind) => typeof kind === "string") : [];
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === "string" ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
