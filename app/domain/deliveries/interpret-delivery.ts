import type { CanonicalEvent } from "~/connectors/canonical";
import type { Connector } from "~/connectors/connector";
import type { ConnectionSettings } from "~/connectors/generic/settings";
import type { ReceivedDelivery } from "./delivery.schema";
import { isTestDelivery } from "./desk/test-mark";
import type { Outcome } from "./outcomes";

/** Why a delivery ends without any of its events being applied. */
export type Verdict = { outcome: Outcome; reason: string; detail: string | null };

/** What a delivery says: events to apply, or the end of it. */
export type Interpreted = { delivery: ReceivedDelivery; events: CanonicalEvent[]; verdict: Verdict | null };

/** Reads a delivery through its platform's connector. Never throws: what cannot be read is a verdict. */
export function interpretDelivery(
  connector: Connector,
  delivery: ReceivedDelivery,
  settings?: ConnectionSettings,
): Interpreted {
  const ends = (outcome: Outcome, reason: string, detail: string | null = null): Interpreted => ({
    delivery,
    events: [],
    verdict: { outcome, reason, detail },
  });
  if (delivery.isDuplicate) return ends("duplicate", "seen_before");
  if (delivery.unreadable) return ends("failed", delivery.unreadable);
  if (delivery.body === null) return ends("failed", "body_missing");
  const body = parseJson(delivery.body);
  if (body === undefined) return ends("failed", "not_json");
  const { topic, headers, receivedAt } = delivery;
  const result = connector.parse({ topic, headers, body, receivedAt, settings });
  if (result.outcome === "needs_attention") return ends(result.outcome, result.reason, result.detail);
  if (result.outcome === "ignored") return ends(result.outcome, result.reason);
  if (isTestDelivery(delivery)) return ends("ignored", "test_event");
  return { delivery, events: result.events, verdict: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
