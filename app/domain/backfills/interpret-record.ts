import type { ReadRecord } from "~/connectors/api/shop-reader";
import type { Connector } from "~/connectors/connector";
import type { ReadTelling } from "../deliveries/apply-read.server";

/** A record with what it says, or why that could not be read. What is not for us says nothing. */
export type InterpretedRecord = ReadTelling & {
  record: Pick<ReadRecord, "kind" | "externalId">;
  unread: { reason: string; detail: string | null } | null;
};

/** Reads a record as its webhook would be read. */
export function interpretRecord(
  connector: Connector,
  { kind, externalId, topic, headers, body }: ReadRecord,
  delivery: ReadTelling["delivery"],
): InterpretedRecord {
  const result = connector.parse({ topic, headers, body, receivedAt: delivery.receivedAt });
  const record = { kind, externalId };
  if (result.outcome === "events") return { delivery, events: result.events, record, unread: null };
  if (result.outcome === "ignored") return { delivery, events: [], record, unread: null };
  return { delivery, events: [], record, unread: { reason: result.reason, detail: result.detail } };
}
