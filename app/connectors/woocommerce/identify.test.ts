import { describe, expect, test } from "vitest";
import { wooHeaders } from "./fixtures/delivery";
import { wooOrderBody } from "./fixtures/order-body";
import { wooDeletedBody, wooLostRightsBody } from "./fixtures/other-bodies";
import { identify } from "./identify";

const HASH = "a".repeat(64);
const OTHER_HASH = "b".repeat(64);

function identityOf(
  topic: string | null,
  body: unknown,
  more: { hash?: string; deliveryId?: string | null; source?: string } = {},
) {
  const { hash = HASH, ...parts } = more;
  return identify({ headers: wooHeaders({ topic, signature: "x", ...parts }), body, bodyHash: hash });
}

describe("the dedupe key", () => {
  test("is equal for one state of an order, whichever delivery id it came with", () => {
    const first = identityOf("order.updated", wooOrderBody(), { deliveryId: "d1" });
    const again = identityOf("order.updated", wooOrderBody(), { deliveryId: "d2" });
    expect(again.dedupeKey).toBe(first.dedupeKey);
  });

  test("differs by topic, record, modified time and bytes", () => {
    const keys = [
      identityOf("order.updated", wooOrderBody()),
      identityOf("order.created", wooOrderBody()),
      identityOf("order.updated", wooOrderBody({ id: 728 })),
      identityOf("order.updated", wooOrderBody({ modifiedAt: "2026-11-20T08:15:01Z" })),
      identityOf("order.updated", wooOrderBody(), { hash: OTHER_HASH }),
    ].map(({ dedupeKey }) => dedupeKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("of a deletion includes the delivery id, so that a second deletion after a restore counts", () => {
    const first = identityOf("order.deleted", wooDeletedBody(727), { deliveryId: "d1" });
    const again = identityOf("order.deleted", wooDeletedBody(727), { deliveryId: "d1" });
    const second = identityOf("order.deleted", wooDeletedBody(727), { deliveryId: "d2" });
    expect(again.dedupeKey).toBe(first.dedupeKey);
    expect(second.dedupeKey).not.toBe(first.dedupeKey);
  });

  test("of a deletion without a delivery id is left to the bytes", () => {
    const key = (hash: string) =>
      identityOf("order.deleted", wooDeletedBody(727), { deliveryId: null, hash }).dedupeKey;
    expect(key(HASH)).toBe(key(HASH));
    expect(key(HASH)).not.toBe(key(OTHER_HASH));
  });
});

test("the subject is the record, and an error body has none", () => {
  expect(identityOf("order.updated", wooOrderBody()).subject).toBe("order:727");
  expect(identityOf("customer.deleted", wooDeletedBody(25)).subject).toBe("customer:25");
  expect(identityOf("product.updated", { id: "91" }).subject).toBe("product:91");
  expect(identityOf("order.updated", wooLostRightsBody()).subject).toBeNull();
  expect(identityOf("action.some_hook", { id: 7 }).subject).toBeNull();
});

test.each([
  ["https://kedai.example.com/", "kedai.example.com"],
  ["http://WWW.Kedai.example.com", "kedai.example.com"],
  ["https://example.com/kedai/", "example.com/kedai"],
  ["https://example.com:8443/", "example.com:8443"],
])("the source %s is the shop %s", (source, shop) => {
  expect(identityOf("order.updated", {}, { source }).sourceShop).toBe(shop);
});

test("a missing topic is unknown and a missing or odd source is no shop", () => {
  expect(identify({ headers: {}, body: null, bodyHash: HASH })).toMatchObject({
    topic: "unknown",
    sourceShop: null,
    subject: null,
  });
  expect(
    identify({ headers: { "x-wc-webhook-source": "not a url" }, body: {}, bodyHash: HASH }).sourceShop,
  ).toBeNull();
});
