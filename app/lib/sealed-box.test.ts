import { encodeBase64 } from "@oslojs/encoding";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Keyring, parseKeyring } from "./keyring";
import { needsReseal, open, SealError, type SealPlace, seal } from "./sealed-box";

const text = (fill: number) => encodeBase64(new Uint8Array(32).fill(fill));
const first = parseKeyring(`1:${text(1)}`);
const both = parseKeyring(`1:${text(1)},2:${text(2)}`);
const second = parseKeyring(`2:${text(2)}`);
const place: SealPlace = { orgId: "org-a", table: "connections", column: "secret", rowId: "row-1" };

async function reasonOf(keyring: Keyring, sealed: string, at: SealPlace): Promise<string> {
  try {
    await open(keyring, sealed, at);
  } catch (error) {
    if (error instanceof SealError) return error.reason;
    throw error;
  }
  return "opened";
}

describe("sealed box", () => {
  test("[3.2b] opens what it sealed, for any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (plaintext) => {
        expect(await open(first, await seal(first, plaintext, place), place)).toBe(plaintext);
      }),
    );
  });

  test("[3.2b] is AES-256-GCM: another implementation opens it from key, nonce and place", async () => {
    const sealed = await seal(first, "shpss_abc", place);
    const box = Buffer.from(sealed.split(".")[2] ?? "", "base64url");
    const { createDecipheriv } = await import("node:crypto");
    const decipher = createDecipheriv("aes-256-gcm", Buffer.alloc(32, 1), box.subarray(0, 12));
    decipher.setAAD(Buffer.from('["orucrm",1,"org-a","connections","secret","row-1"]'));
    decipher.setAuthTag(box.subarray(-16));
    const opened = Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
    expect(opened.toString()).toBe("shpss_abc");
  });

  test("[3.2b] uses a fresh nonce each time", async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 2000; i++) nonces.add((await seal(first, "same", place)).slice(0, 25));
    expect(nonces.size).toBe(2000);
  });

  test("[3.2b] refuses a sealed text in any other place, so two rows cannot be swapped", async () => {
    const there: SealPlace = { ...place, rowId: "row-2" };
    const here = await seal(first, "mine", place);
    const other = await seal(first, "theirs", there);
    expect(await reasonOf(first, other, place)).toBe("tampered");
    expect(await reasonOf(first, here, there)).toBe("tampered");
    for (const part of ["orgId", "table", "column", "rowId"] as const) {
      expect(await reasonOf(first, here, { ...place, [part]: "x" })).toBe("tampered");
    }
  });

  test("does not confuse places whose joined parts would be equal", async () => {
    const sealed = await seal(first, "x", { ...place, table: "a", column: "bc" });
    expect(await reasonOf(first, sealed, { ...place, table: "ab", column: "c" })).toBe("tampered");
  });

  test("refuses a text with any byte changed", async () => {
    const sealed = await seal(first, "secret", place);
    const box = Buffer.from(sealed.slice("sealed.1.".length), "base64url");
    for (let i = 0; i < box.length; i++) {
      const bent = Buffer.from(box);
      bent[i] = (bent[i] ?? 0) ^ 1;
      expect(await reasonOf(first, `sealed.1.${bent.toString("base64url")}`, place)).toBe("tampered");
    }
  });

  test("refuses a text whose key version was rewritten", async () => {
    const sealed = await seal(first, "secret", place);
    expect(await reasonOf(both, sealed.replace("sealed.1.", "sealed.2."), place)).toBe("tampered");
  });

  test.each([
    "",
    "plain secret",
    "sealed.1.",
    "sealed.0.AAAA",
    "sealed.1.AAAA",
    "sealed.1.a b",
    "sealed.x.AAAA",
  ])("refuses %j as malformed instead of passing it through", async (value) => {
    expect(await reasonOf(first, value, place)).toBe("malformed");
  });

  test("[3.2d] reads an old version while it is listed, writes the new one, and refuses it once it is gone", async () => {
    const old = await seal(first, "secret", place);
    expect(await open(both, old, place)).toBe("secret");
    expect(needsReseal(both, old)).toBe(true);

    const renewed = await seal(both, "secret", place);
    expect(renewed).toMatch(/^sealed\.2\./);
    expect(needsReseal(both, renewed)).toBe(false);
    expect(await open(second, renewed, place)).toBe("secret");
    expect(await reasonOf(second, old, place)).toBe("unknown_key");
  });
});
