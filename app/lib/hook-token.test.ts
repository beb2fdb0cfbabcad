import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeHookToken, readHookToken } from "./hook-token";

const key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const otherKey = "ICECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const connectionId = "0199c0de-7a11-7000-8000-00000000beef";

describe("the token of a webhook address", () => {
  test("reads back the connection that it was made for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), async (id) => {
        const token = await makeHookToken(key, id);
        expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
        expect(await readHookToken(key, token)).toBe(id);
      }),
      { numRuns: 50 },
    );
  });

  test("stays the same for one connection, so that the shop's setting keeps working", async () => {
    expect(await makeHookToken(key, connectionId)).toBe(await makeHookToken(key, connectionId));
  });

  test("is refused when any one character of it was changed", async () => {
    const token = await makeHookToken(key, connectionId);
    for (let i = 0; i < token.length; i++) {
      const forged = token.slice(0, i) + (token[i] === "A" ? "B" : "A") + token.slice(i + 1);
      expect(await readHookToken(key, forged)).toBeNull();
    }
  });

  test("is refused under another key", async () => {
    expect(await readHookToken(otherKey, await makeHookToken(key, connectionId))).toBeNull();
  });

  test("is refused, not thrown at, whatever its text is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 64 }), async (text) => {
        expect(await readHookToken(key, text)).toBeNull();
      }),
    );
  });
});
