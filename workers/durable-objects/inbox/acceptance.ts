import type { AddressParts, DeliveryHeaders } from "~/connectors/connector";
import type { ReceivedDelivery } from "~/domain/deliveries/delivery.schema";

export type AcceptInput = {
  /** As the address says it. */
  platform: string;
  headers: DeliveryHeaders;
  /** Its parts after the one that names the connection. */
  address?: AddressParts;
  body: ArrayBuffer;
  /** Set by the app-level address, which has checked the app's own signature. */
  isVerified?: boolean;
};

/** What the sender is told. */
export type Acceptance =
  | { status: 200; code: "stored" | "duplicate" | "ping" }
  | { status: 400; code: "not_json" }
  | { status: 401; code: "bad_signature" }
  | { status: 404; code: "not_found" }
  | { status: 410; code: "switched_off" | "removed" }
  | { status: 415; code: "not_utf8" }
  | { status: 422; code: "too_deep" }
  | { status: 503; code: "not_configured" };

const UNREADABLE = {
  not_json: { status: 400, code: "not_json" },
  not_utf8: { status: 415, code: "not_utf8" },
  too_deep: { status: 422, code: "too_deep" },
} as const satisfies Record<NonNullable<ReceivedDelivery["unreadable"]>, Acceptance>;

/** The answer to a delivery that is stored. */
export function answerStored(
  unreadable: ReceivedDelivery["unreadable"],
  code: "stored" | "duplicate",
): Acceptance {
  return unreadable === null ? { status: 200, code } : UNREADABLE[unreadable];
}
