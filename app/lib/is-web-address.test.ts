import { expect, test } from "vitest";
import { HOSTILE_STRINGS } from "../../tests/factories/hostile-strings";
import { isWebAddress } from "./is-web-address";

test("a web address is http or https", () => {
  expect(isWebAddress("https://kedai.my/produk/1")).toBe(true);
  expect(isWebAddress("http://kedai.my")).toBe(true);
});

test.each([
  ...HOSTILE_STRINGS,
  "",
  "/produk",
  "//kedai.my",
  "ftp://kedai.my",
  "java\nscript:alert(1)",
  "blob:https://a/b",
])("%j is none", (text) => expect(isWebAddress(text)).toBe(false));
