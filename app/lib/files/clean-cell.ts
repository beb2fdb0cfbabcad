// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A cell without what nobody typed: spaces around it, control characters, zeros that no database keeps. */
export function cleanCell(text: string): string {
  return text.replace(CONTROLS, "").trim();
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cleanCell(cell) === "");
}
