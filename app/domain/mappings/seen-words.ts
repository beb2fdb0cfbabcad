import type { OrderStatus } from "~/connectors/canonical";
import type { Mapping, Rule } from "~/connectors/generic/mapping.schema";
import { readRuleText } from "~/connectors/generic/read-rule";
import { meaningOf } from "~/connectors/generic/read-status";
import { statusWord } from "~/connectors/generic/status-word";

const MOST_WORDS = 40;

/** What senders that count mean by it, as a rule; somebody has to agree. */
const NUMBERS: Readonly<Record<string, OrderStatus>> = { "0": "pending", "1": "paid" };

export type SeenWord = { word: string; meaning: OrderStatus | null; isSuggested: boolean };

/** The words for a status that deliveries used or the mapping knows, each with what it means. */
export function seenStatuses(bodies: readonly unknown[], mapping: Mapping): SeenWord[] {
  const words = new Set([
    ...seenTexts(bodies, mapping.fields.status).map(statusWord),
    ...Object.keys(mapping.statuses),
  ]);
  return [...words].slice(0, MOST_WORDS).map((word) => {
    const meaning = meaningOf(word, mapping.statuses);
    const isSuggested = meaning !== null && !Object.hasOwn(mapping.statuses, word);
    return { word, meaning, isSuggested };
  });
}

/** The mapping with what numbers for a status usually mean, where deliveries have them and nobody said otherwise. */
export function withNumberedStatuses(bodies: readonly unknown[], mapping: Mapping): Mapping {
  const found = seenTexts(bodies, mapping.fields.status).flatMap((word) => {
    const meaning = Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : undefined;
    return meaning === undefined ? [] : [[word, meaning] as const];
  });
  return { ...mapping, statuses: { ...Object.fromEntries(found), ...mapping.statuses } };
}

/** The different texts that a rule reads in the bodies. */
export function seenTexts(bodies: readonly unknown[], rule: Rule | undefined): string[] {
  const texts = bodies.flatMap((body) => readRuleText({ body }, rule) ?? []);
  return [...new Set(texts)];
}
