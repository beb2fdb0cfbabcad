const OPENING = "{[";
const CLOSING = "}]";

/**
 * JSON with line breaks and an indent of two, otherwise letter by letter as it
 * was: long numbers keep their digits, which a round trip through JavaScript would
 * round. Null when the text is no JSON.
 */
export function indentJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  // Strings as wholes, then single marks, then what stands between; blanks outside of strings go.
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  return tokens.reduce((out, token, index) => {
    const next = tokens[index + 1] ?? "";
    if (OPENING.includes(token)) {
      if (CLOSING.includes(next)) return out + token;
      depth += 1;
      return out + token + line();
    }
    if (CLOSING.includes(token)) {
      if (OPENING.includes(tokens[index - 1] ?? "")) return out + token;
      depth -= 1;
      return out + line() + token;
    }
    if (token === ",") return out + token + line();
    return token === ":" ? `${out}: ` : out + token;
  }, "");
}
