type Translate = (key: string, values?: Record<string, string>) => string;

/**
 * A message that travels as one string: a translation key and its values, written
 * like a query: `errors:form.tooShort?min=8`.
 */
export function writeMessage(key: string, values: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return query.size === 0 ? key : `${key}?${query}`;
}

/** The words of a message in the page's language. Keys without a namespace are in `errors`. */
export function readMessage(message: string, t: Translate): string {
  const [key = "", query = ""] = message.split("?", 2);
  const full = key.includes(":") ? key : `errors:${key}`;
  return t(full, Object.fromEntries(new URLSearchParams(query)));
}
