import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShopAddress } from "./shop-address";

describe("a shop's address", () => {
  test.each([
    ["kedai.example.com", "kedai.example.com"],
    ["https://www.Kedai.example.com/", "kedai.example.com"],
    ["http://kedai.example.com/shop/", "kedai.example.com/shop"],
  ])("of WooCommerce, %s, is read as %s", (typed, address) => {
    expect(readShopAddress("woocommerce", typed)).toBe(address);
  });

  test("of Shopify is its .myshopify.com domain and no other", () => {
    expect(readShopAddress("shopify", "https://kedai.myshopify.com/admin")).toBe("kedai.myshopify.com");
    expect(readShopAddress("shopify", "kedai.com")).toBeNull();
  });

  test.each(["kedai", "https://", "not a host", "javascript:alert(1)", "https://user@"])(
    "refuses %j",
    (typed) => {
      expect(readShopAddress("woocommerce", typed)).toBeNull();
    },
  );

  test("never throws, and what it reads it reads again the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const address = readShopAddress("woocommerce", typed);
        if (address !== null) expect(readShopAddress("woocommerce", address)).toBe(address);
      }),
    );
  });
});
