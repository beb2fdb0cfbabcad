const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENERS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSERS: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Whether JSON text nests at most `maxDepth` arrays and objects. One pass,
 * no recursion: a cheap refusal before parsing. Says nothing of validity.
 */
export function isJsonTextWithinDepth(text: string, maxDepth: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (isInString) {
      if (char === BACKSLASH) i++;
      else if (char === QUOTE) isInString = false;
    } else if (char === QUOTE) isInString = true;
    else if (OPENERS.has(char)) {
      if (++depth > maxDepth) return false;
    } else if (CLOSERS.has(char)) depth--;
  }
  return true;
}

/** Whether an already parsed value nests at most `maxDepth` arrays and objects. Visits each part once, without recursion. */
export function isJsonValueWithinDepth(value: unknown, maxDepth: number): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return false;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
