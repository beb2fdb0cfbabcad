const NEEDS_QUOTES = /[",\r\n]/;

/** Lines of RFC 4180, each with its end. */
export function csvLinesOf(rows: readonly (readonly string[])[]): string {
  let text = "";
  for (const row of rows) text += `${row.map(csvField).join(",")}\r\n`;
  return text;
}

function csvField(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
