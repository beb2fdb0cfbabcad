import { expect, test } from "vitest";
import { isCashOnDelivery } from "./cash-on-delivery";

test.each(["cod", "COD", "Cash on Delivery (COD)", "Cash on delivery", "ninja_cod", "Bayar semasa terima"])(
  "%s is cash on delivery",
  (name) => {
    expect(isCashOnDelivery(name)).toBe(true);
  },
);

test.each(["fpx", "bacs", "Coda Payments", "discord", "QR code", ""])("%s is not", (name) => {
  expect(isCashOnDelivery(name, null)).toBe(false);
});

test("one of several names is enough", () => {
  expect(isCashOnDelivery(null, "gift_card", "Cash on Delivery (COD)")).toBe(true);
});
