import { describe, expect, test } from "vitest";
import { wooReceived } from "../../../tests/factories/deliveries";
import { connectionNews } from "./connection-news";

const shop = { externalId: null, currency: "MYR", isSample: false, others: ["taken.my"] };
const named = (...names: (string | null)[]) =>
  names.map((sourceShop) => ({
    delivery: wooReceived({}, { topic: "order.created", sourceShop }),
    events: [],
    verdict: null,
  }));

describe("connectionNews", () => {
  test("takes the first free name for a shop that has none", () => {
    expect(connectionNews("c", shop, named(null, "taken.my", "Kedai.my", "other.my"))).toMatchObject({
      shopName: "kedai.my",
      mismatchedShop: "other.my",
    });
  });

  test("keeps the name of a shop, and flags the last other one", () => {
    const known = { ...shop, externalId: "kedai.my" };
    expect(connectionNews("c", known, named("one.my", "two.my", "KEDAI.my"))).toMatchObject({
      shopName: null,
      mismatchedShop: "two.my",
    });
    expect(connectionNews("c", known, named("kedai.my"))).toMatchObject({ mismatchedShop: null });
  });
});
