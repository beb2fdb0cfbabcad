import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShopAddress as readShopifyAddress } from "./shopify/shop-address";
import { readShopAddress } from "./woocommerce/shop-address";

describe("a shop's address", () => {
  test.each([
    ["kedai.example.com", "kedai.example.com"],
    ["https://www.Kedai.example.com/", "kedai.example.com"],
    ["http://kedai.example.com/shop/", "kedai.example.com/shop"],
  ])("of WooCommerce, %s, is read as %s", (typed, address) => {
    expect(readShopAddress(typed)).toBe(address);
  });

  test("of Shopify is its .myshopify.com domain and no other", () => {
    expect(readShopifyAddress("https://kedai.myshopify.com/admin")).toBe("kedai.myshopify.com");
    expect(readShopifyAddress("kedai.com")).toBeNull();
  });

  test.each(["kedai", "https://", "not a host", "javascript:alert(1)", "https://user@"])(
    "refuses %j",
    (typed) => {
      expect(readShopAddress(typed)).toBeNull();
    },
  );

  test("never throws, and what it reads it reads again the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const address = readShopAddress(typed);
        if (address !== null) expect(readShopAddress(address)).toBe(address);
      }),
    );
  });
});
