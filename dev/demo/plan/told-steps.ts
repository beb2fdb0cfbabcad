import type { OrderStep, PlannedOrder } from "./planned";

/** An order as its shop sees it at one moment. */
export type OrderMoment = {
  at: Date;
  /** What is new. */
  steps: OrderStep[];
  paidAt: Date | null;
  sentAt: Date | null;
  cancelledAt: Date | null;
  hasFailed: boolean;
  refunds: Extract<OrderStep, { kind: "refunded" }>[];
  refundedMinor: number;
};

/** The moments at which a shop tells of an order: one for each time at which something happened. */
export function momentsOf(order: Pick<PlannedOrder, "steps">): OrderMoment[] {
  const times = [...new Set(order.steps.map(({ at }) => at.getTime()))];
  return times.map((time) => momentAt(order.steps, time));
}

function momentAt(all: readonly OrderStep[], time: number): OrderMoment {
  const until = all.filter(({ at }) => at.getTime() <= time);
  const timeOf = (kind: OrderStep["kind"]) => until.find((step) => step.kind === kind)?.at ?? null;
  const refunds = until.filter((step) => step.kind === "refunded");
  return {
    at: new Date(time),
    steps: until.filter(({ at }) => at.getTime() === time),
    paidAt: timeOf("paid"),
    sentAt: timeOf("sent"),
    cancelledAt: timeOf("cancelled"),
    hasFailed: timeOf("failed") !== null,
    refunds,
    refundedMinor: refunds.reduce((sum, refund) => sum + refund.amountMinor, 0),
  };
}
