/** Whether the text names an IANA time zone. */
export function isTimeZone(text: string): boolean {
  try {
    return text !== "" && text.length <= 60 && new Intl.DateTimeFormat("en", { timeZone: text }) !== null;
  } catch {
    return false;
  }
}
