import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { customerIdOf } from "./map-customer";
import type { Mapping } from "./mapping.schema";
import { openBody } from "./open-body";
import { readRuleId, readRuleText } from "./read-rule";

const LONGEST_TOPIC = 100;

/**
 * Which delivery a body is: by the record, its status and its time where the mapping reads them.
 * Otherwise by its bytes, within a day: a sender may say the same again on purpose later.
 */
export function identifyMapped(
  mapping: Mapping | null,
  { body, bodyHash, receivedAt }: ReadDelivery,
): DeliveryIdentity {
  const bytes = [shortHash(bodyHash), receivedAt?.slice(0, "2026-11-23".length) ?? ""];
  if (mapping === null) {
    return {
      topic: "unmapped",
      dedupeKey: joinDedupeKey(["unmapped", ...bytes]),
      sourceShop: null,
      subject: null,
    };
  }
  const opened = openBody(body);
  const { fields, record } = mapping;
  const text = (name: "event" | "status" | "updatedAt") => readRuleText({ body: opened }, fields[name]);
  const topic = text("event")?.slice(0, LONGEST_TOPIC).trim().toLowerCase() || record;
  const id = record === "order" ? readRuleId({ body: opened }, fields.id) : customerIdOf(opened, mapping);
  const updatedAt = text("updatedAt");
  const state = id === null || updatedAt === null ? bytes : [updatedAt];
  return {
    topic,
    dedupeKey: joinDedupeKey([topic, id ?? "", text("status") ?? "", ...state]),
    sourceShop: null,
    subject: id === null ? null : `${record}:${id}`,
  };
}
