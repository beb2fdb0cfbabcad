import type { OrderStatus } from "../canonical";
import { readStatusWord } from "../status-words";
import type { Mapping } from "./mapping.schema";
import { readRuleText } from "./read-rule";
import { statusWord } from "./status-word";

/** What a sender's word for a status means: as the mapping says, or a common word of English or Malay; null otherwise. */
export function meaningOf(word: string, statuses: Mapping["statuses"]): OrderStatus | null {
  const known = statusWord(word);
  return Object.hasOwn(statuses, known) ? (statuses[known] ?? null) : readStatusWord(known);
}

/**
 * The status of an order with the sender's own word for it. An order whose mapping reads no
 * status, or whose body has none, is pending; `status` is null for a word without a meaning.
 */
export function readStatus(body: unknown, mapping: Mapping): { word: string; status: OrderStatus | null } {
  const word = readRuleText({ body }, mapping.fields.status);
  return word === null
    ? { word: "pending", status: "pending" }
    : { word, status: meaningOf(word, mapping.statuses) };
}
