import { describe, expect, test } from "vitest";
import { toOrderStatus, toPaidMinor } from "./order-status";

const NOT_SENT = { fulfillmentStatus: null, isCancelled: false };

test.each([
  ["pending", "pending"],
  ["authorized", "on_hold"],
  ["partially_paid", "paid"],
  ["paid", "paid"],
  ["partially_refunded", "paid"],
  ["refunded", "refunded"],
  ["voided", "cancelled"],
  ["expired", "failed"],
  [null, "pending"],
  ["something_new", "on_hold"],
])("%s is %s", (financialStatus, status) => {
  expect(toOrderStatus({ ...NOT_SENT, financialStatus })).toBe(status);
});

describe("sending the goods", () => {
  const sent = { fulfillmentStatus: "fulfilled", isCancelled: false };

  test("makes a paid order fulfilled, also after a partial refund", () => {
    expect(toOrderStatus({ ...sent, financialStatus: "paid" })).toBe("fulfilled");
    expect(toOrderStatus({ ...sent, financialStatus: "partially_refunded" })).toBe("fulfilled");
  });

  test("leaves an order that is not wholly paid as it is", () => {
    expect(toOrderStatus({ ...sent, financialStatus: "pending" })).toBe("pending");
    expect(toOrderStatus({ ...sent, financialStatus: "partially_paid" })).toBe("paid");
    expect(toOrderStatus({ ...sent, financialStatus: "refunded" })).toBe("refunded");
  });

  test("in part is not yet fulfilled", () => {
    expect(toOrderStatus({ ...sent, fulfillmentStatus: "partial", financialStatus: "paid" })).toBe("paid");
  });
});

test("a cancellation outranks the money", () => {
  for (const financialStatus of ["pending", "paid", "refunded"]) {
    expect(toOrderStatus({ financialStatus, fulfillmentStatus: null, isCancelled: true })).toBe("cancelled");
  }
});

test.each([
  ["paid", null, 5000],
  ["partially_refunded", 0, 5000],
  ["refunded", 0, 5000],
  ["partially_paid", 3000, 2000],
  ["partially_paid", null, 0],
  ["partially_paid", 9000, 0],
  ["pending", 5000, 0],
  ["authorized", 5000, 0],
  ["voided", 0, 0],
  [null, 0, 0],
])("of 5000, %s with %s outstanding has paid %d", (financialStatus, outstandingMinor, paid) => {
  expect(toPaidMinor({ financialStatus, totalMinor: 5000, outstandingMinor })).toBe(paid);
});
