import { describe, expect, test } from "vitest";
import { toOrderStatus } from "./order-status";

const PAID = { isCashOnDelivery: false, hasPaymentDate: true, isFullyRefunded: false };

test.each([
  ["auto-draft", "draft"],
  ["checkout-draft", "draft"],
  ["pending", "pending"],
  ["on-hold", "on_hold"],
  ["processing", "paid"],
  ["completed", "fulfilled"],
  ["cancelled", "cancelled"],
  ["trash", "cancelled"],
  ["failed", "failed"],
  ["refunded", "refunded"],
  ["siap-dipos", "on_hold"],
  ["constructor", "on_hold"],
])("%s is %s", (sourceStatus, status) => {
  expect(toOrderStatus({ ...PAID, sourceStatus })).toBe(status);
});

describe("cash on delivery", () => {
  const cod = { isCashOnDelivery: true, hasPaymentDate: false, isFullyRefunded: false };

  test("is not paid while it is only being sent", () => {
    expect(toOrderStatus({ ...cod, sourceStatus: "processing" })).toBe("pending");
  });

  test("is paid once it has a payment date or is completed", () => {
    expect(toOrderStatus({ ...cod, sourceStatus: "processing", hasPaymentDate: true })).toBe("paid");
    expect(toOrderStatus({ ...cod, sourceStatus: "completed" })).toBe("fulfilled");
  });
});

test("a full refund outranks paid and fulfilled, and nothing else", () => {
  const refunded = { ...PAID, isFullyRefunded: true };
  expect(toOrderStatus({ ...refunded, sourceStatus: "processing" })).toBe("refunded");
  expect(toOrderStatus({ ...refunded, sourceStatus: "completed" })).toBe("refunded");
  expect(toOrderStatus({ ...refunded, sourceStatus: "cancelled" })).toBe("cancelled");
});
