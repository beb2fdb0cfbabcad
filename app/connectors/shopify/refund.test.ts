import { describe, expect, test } from "vitest";
import { shopifyHeaders } from "./fixtures/delivery";
import { shopifyRefundBody } from "./fixtures/refund-body";
import { parse } from "./parse";

const read = (topic: string, body: unknown) =>
  parse({ topic, headers: shopifyHeaders({ topic, signature: "x" }), body });

describe("refunds", () => {
  test("[1.3h] a refund is the sum of its successful transactions", () => {
    const transactions = [
      { amountMinor: 700 },
      { amountMinor: 300 },
      { amountMinor: 9900, status: "failure" },
      { amountMinor: 8800, kind: "void" },
    ];
    expect(read("refunds/create", shopifyRefundBody({ transactions, note: "Botol pecah" }))).toEqual({
      outcome: "events",
      events: [
        {
          kind: "refund.recorded",
          sourceTime: "2026-11-22T01:00:00.000Z",
          refund: {
            externalId: "8800000000001",
            orderExternalId: "5600000000727",
            amountMinor: 1000,
            currency: "MYR",
            reason: "Botol pecah",
            refundedAt: "2026-11-22T01:00:00.000Z",
          },
        },
      ],
    });
  });

  test("paid back in the buyer's currency are counted in the shop's", () => {
    const body = shopifyRefundBody({
      transactions: [{ amountMinor: 310, currency: "SGD" }],
      lines: [{ subtotalMinor: 1050 }],
    });
    expect(read("refunds/create", body)).toMatchObject({
      events: [{ refund: { amountMinor: 1050, currency: "MYR" } }],
    });
  });

  test("prefer the amount that Shopify itself gives in the shop's currency", () => {
    const body = shopifyRefundBody();
    const [transaction] = body.transactions;
    const amount_set = { shop_money: { amount: "10.55", currency_code: "MYR" } };
    const foreign = { ...transaction, amount: "3.10", currency: "SGD", amount_set };
    expect(read("refunds/create", { ...body, transactions: [foreign] })).toMatchObject({
      events: [{ refund: { amountMinor: 1055, currency: "MYR" } }],
    });
  });

  test("whose transactions are missing count the lines that came back", () => {
    const { transactions: _transactions, ...body } = shopifyRefundBody({ lines: [{ subtotalMinor: 1890 }] });
    expect(read("refunds/create", body)).toMatchObject({ events: [{ refund: { amountMinor: 1890 } }] });
  });

  test.each([
    shopifyRefundBody({ transactions: [], lines: [{ subtotalMinor: 1890 }] }),
    shopifyRefundBody({
      transactions: [{ amountMinor: 1000, status: "pending" }],
      lines: [{ subtotalMinor: 1000 }],
    }),
    shopifyRefundBody({ transactions: [{ amountMinor: 0 }] }),
  ])("without money moved are ignored", (body) => {
    expect(read("refunds/create", body)).toEqual({ outcome: "ignored", reason: "no_money_refunded" });
  });

  test("without an order or a currency need attention", () => {
    expect(read("refunds/create", { ...shopifyRefundBody(), order_id: null })).toMatchObject({
      detail: "order_id: expected an id",
    });
    const transactions = [{ kind: "refund", status: "success", amount: "1.00" }];
    expect(read("refunds/create", { ...shopifyRefundBody(), transactions })).toMatchObject({
      outcome: "needs_attention",
    });
  });
});
