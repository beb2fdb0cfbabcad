import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address";

const production = { allowsLoopback: false };

test.each(["https://kedai.my/wp-json/wc/v3", "https://kedai.myshopify.com", "https://xn--kdai-hpa.my/"])(
  "%s may be called",
  (address) => expect(isPublicAddress(address, production)).toBe(true),
);

test.each([
  "http://kedai.my",
  "https://kedai.my:8443",
  "https://user:pass@kedai.my",
  "https://localhost",
  "https://kedai",
  "https://127.0.0.1",
  "https://2130706433",
  "https://0x7f.1",
  "https://017700000001",
  "https://169.254.169.254/latest/meta-data",
  "https://[::1]",
  "https://[::ffff:10.0.0.1]",
  "https://db.internal",
  "https://db.internal.",
  "https://printer.local",
  "https://a.localhost",
  "ftp://kedai.my",
  "javascript:alert(1)",
  "kedai.my",
  "",
])("%s may not", (address) => expect(isPublicAddress(address, production)).toBe(false));

test("a fake shop on the loopback counts where it is allowed, and nothing else private does", () => {
  const development = { allowsLoopback: true };
  expect(isPublicAddress("http://127.0.0.1:4100/wp-json", development)).toBe(true);
  expect(isPublicAddress("http://localhost:4100", development)).toBe(true);
  expect(isPublicAddress("http://10.0.0.1", development)).toBe(false);
});
