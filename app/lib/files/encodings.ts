/** Names as TextDecoder knows them, in the order in which they are offered. */
export const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-kr",
  "macintosh",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What may separate columns, in the order of preference: the first is the least likely to stand in a text. */
export const DELIMITERS = ["\t", ";", "|", ","] as const;
export type Delimiter = (typeof DELIMITERS)[number];
