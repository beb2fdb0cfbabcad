import { describe, expect, test } from "vitest";
import { onpayBody, saleBody } from "./fixtures/sale-body";
import { parse } from "./parse";

const receivedAt = "2026-11-20T08:30:00.000Z";

function orderOf(event: string, changes: Record<string, unknown> = {}) {
  const body = onpayBody(event, saleBody(changes));
  const result = parse({ topic: event, headers: {}, body, receivedAt });
  const [first] = result.outcome === "events" ? result.events : [];
  if (first?.kind !== "order.state") throw new Error(JSON.stringify(result));
  return first.order;
}

test("[1.3c] a sale of OnPay becomes a paid order of its buyer, in ringgit and Malaysian time", () => {
  expect(orderOf("sale.confirmed")).toMatchObject({
    externalId: "48211",
    number: "KSR48211",
    status: "paid",
    currency: "MYR",
    totalMinor: 12950,
    paidMinor: 12950,
    placedAt: "2026-11-20T07:59:00.000Z",
    paidAt: "2026-11-20T08:09:58.000Z",
    person: {
      name: "Nur Aisyah binti Rahman",
      email: "aisyah.rahman@example.com",
      phone: "012-345 6789",
    },
    items: [{ name: "Sambal Garing Mak Teh 200g x 2", totalMinor: 12950 }],
  });
});

describe("the status", () => {
  test("is paid by OnPay's own word, not by the time of its last check", () => {
    expect(orderOf("sale.created", { status: 0 }).status).toBe("pending");
    expect(orderOf("sale.created", { status: "1" }).status).toBe("paid");
  });

  test("is not paid for cash on delivery until the money has come", () => {
    const cod = { payment_method: "Bayar semasa terima (COD)" };
    expect(orderOf("sale.confirmed", { ...cod, payment_gateway_log: null })).toMatchObject({
      status: "pending",
      paidMinor: 0,
      isCashOnDelivery: true,
    });
    expect(orderOf("sale.confirmed", cod).status).toBe("paid");
  });
});

describe("what nobody has documented", () => {
  test("products may be texts or records", () => {
    expect(orderOf("sale.confirmed", { products: ["Kuih", "Sambal"] }).items).toMatchObject([
      { externalId: "line-1", name: "Kuih" },
      { externalId: "line-2", name: "Sambal" },
    ]);
    const product = { product_id: 9, name: "Kuih", quantity: "3", price: "RM 4.50", sku: "K-1" };
    expect(orderOf("sale.confirmed", { products: [product] }).items).toMatchObject([
      { productExternalId: "9", sku: "K-1", quantity: 3, totalMinor: 1350 },
    ]);
  });

  test("other names of the same fields are read, and a sale without a time counts from its arrival", () => {
    const sale = {
      client_email: undefined,
      email: "siti@example.com",
      total_amount: undefined,
      total: "1,250.00",
    };
    const order = orderOf("sale.confirmed", { ...sale, created_at: "20/11/2026" });
    expect(order).toMatchObject({ totalMinor: 125_000, placedAt: receivedAt });
    expect(order.person?.email).toBe("siti@example.com");
  });
});
