import { foldWords } from "../customers/search-text";

/** What tags are the same by: " vip " and "VIP" are one. */
export function foldTag(name: string): string {
  return foldWords(name) || name.trim().toLowerCase();
}
