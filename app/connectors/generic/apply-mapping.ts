import type { ParseResult } from "../connector";
import { asIgnored } from "../parse-result";
import { mapCustomer } from "./map-customer";
import { mapOrder } from "./map-order";
import type { Mapping } from "./mapping.schema";
import { openBody } from "./open-body";
import { readRuleText } from "./read-rule";

/** What a body says as the mapping reads it. Never throws; `receivedAt` stands in where a body says no time. */
export function applyMapping(body: unknown, mapping: Mapping, receivedAt: string): ParseResult {
  const reading = { body: openBody(body), mapping };
  const event = readRuleText(reading, mapping.fields.event);
  if (event !== null && mapping.ignoredEvents.includes(event)) return asIgnored("topic_not_used");
  return mapping.record === "order" ? mapOrder(reading, receivedAt) : mapCustomer(reading);
}
