/** A sender's word for a status as it is compared: in lower case, trimmed. */
export function statusWord(text: string): string {
  return text.toLowerCase().trim();
}
