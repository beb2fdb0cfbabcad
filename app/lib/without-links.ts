/** `example.com`, `https://…`, `me@example.com`: what mail programs make a link of. */
const LINK = /:\/\/|\bwww\.|@|[\p{L}\p{N}]\.\p{L}{2}/iu;

/** The text if no mail program would make a link of it, or else null. */
export function withoutLinks(text: string): string | null {
  return LINK.test(text) ? null : text;
}
