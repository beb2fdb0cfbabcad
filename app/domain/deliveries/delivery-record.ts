import type { AppliedDelivery, ReceivedDelivery } from "./delivery.schema";

/** What is to be written of a delivery in its log. */
export type DeliveryRecord = Pick<AppliedDelivery, "outcome" | "reason" | "changed"> & {
  delivery: ReceivedDelivery;
  detail: string | null;
  /** It names someone who was erased: its body is not kept. */
  isWithheld: boolean;
};

/** The record as callers hear of it. */
export function toAppliedDelivery({ delivery, outcome, reason, changed }: DeliveryRecord): AppliedDelivery {
  return { id: delivery.id, seq: delivery.seq, outcome, reason, changed };
}
