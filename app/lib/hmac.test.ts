import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type HmacKeys, hmacOf, hmacSha256, hmacSha256Base64, hmacSha256Hex } from "./hmac";

const bytes = (text: string) => new TextEncoder().encode(text);

// RFC 4231, test case 2.
test("signs as RFC 4231 says", async () => {
  expect(await hmacSha256Hex("Jefe", bytes("what do ya want for nothing?"))).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("agrees with another implementation for any secret and bytes, in base64 and hex", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), fc.uint8Array(), async (secret, body) => {
      const expected = createHmac("sha256", secret).update(body);
      const digest = expected.digest();
      expect(await hmacSha256Base64(secret, body)).toBe(digest.toString("base64"));
      expect(await hmacSha256Hex(secret, body)).toBe(digest.toString("hex"));
    }),
  );
});

test.each(["SHA-1", "SHA-256", "SHA-512"] as const)(
  "agrees with another implementation in %s, with any bytes for a secret",
  async (hash) => {
    const secret = fc.uint8Array({ minLength: 1, maxLength: 200 });
    const keys: HmacKeys = new Map();
    await fc.assert(
      fc.asyncProperty(secret, fc.uint8Array(), async (key, body) => {
        const digest = createHmac(hash.replace("-", ""), key).update(body).digest();
        expect(await hmacOf(hash, key, body, keys)).toEqual(new Uint8Array(digest));
      }),
    );
  },
);

test("imports a secret once into the caller's keys and answers the same with them", async () => {
  const keys: HmacKeys = new Map();
  const first = await hmacSha256("rahsia", bytes("satu"), keys);
  const key = keys.get("SHA-256 rahsia");
  const second = await hmacSha256("rahsia", bytes("satu"), keys);
  expect(second).toEqual(first);
  expect(keys.get("SHA-256 rahsia")).toBe(key);
  expect(keys.size).toBe(1);
});
