import { createHash } from "node:crypto";
import bcrypt from "bcryptjs";
import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.server";

const COST = 4;

describe("passwords", () => {
  test("[1.1b] [3.2a] keeps a password as a salted bcrypt hash only", async () => {
    const stored = await hashPassword("kopi-o kosong 88", COST);
    expect(stored.hash).toMatch(/^\$2b\$04\$.{53}$/);
    expect(stored.hash).not.toContain("kopi");
    expect((await hashPassword("kopi-o kosong 88", COST)).hash).not.toBe(stored.hash);
  });

  test("[3.2a] is bcrypt over base64 of SHA-384, whatever library checks it", async () => {
    const stored = await hashPassword("kopi-o kosong 88", COST);
    const preHashed = createHash("sha384").update("kopi-o kosong 88").digest("base64");
    expect(await bcrypt.compare(preHashed, stored.hash)).toBe(true);
    expect(stored.scheme).toBe(1);
  });

  test("[3.2a] tells passwords apart beyond the 72 bytes where bcrypt alone would cut", async () => {
    const long = "x".repeat(100);
    const stored = await hashPassword(`${long}a`, COST);
    expect((await verifyPassword(`${long}a`, stored, COST)).isRight).toBe(true);
    expect((await verifyPassword(`${long}b`, stored, COST)).isRight).toBe(false);
  });

  test.each([
    "nul\u0000inside one",
    "nul\u0000inside two",
    "日本語のパスワード",
    "பாதுகாப்பு 12",
    "  spaces kept  ",
  ])("takes any characters: %j", async (password) => {
    const stored = await hashPassword(password, COST);
    expect((await verifyPassword(password, stored, COST)).isRight).toBe(true);
    expect((await verifyPassword(password.trim().slice(0, 4), stored, COST)).isRight).toBe(false);
  });

  test("treats composed and decomposed letters as the same password", async () => {
    const stored = await hashPassword("cafe\u0301 latte", COST);
    expect((await verifyPassword("caf\u00e9 latte", stored, COST)).isRight).toBe(true);
  });

  test("asks for a new hash when the cost has risen, and only for a right password", async () => {
    const stored = await hashPassword("kopi-o kosong 88", COST);
    expect(await verifyPassword("kopi-o kosong 88", stored, COST)).toEqual({
      isRight: true,
      needsRehash: false,
    });
    expect(await verifyPassword("kopi-o kosong 88", stored, 5)).toEqual({ isRight: true, needsRehash: true });
    expect(await verifyPassword("wrong", stored, 5)).toEqual({ isRight: false, needsRehash: false });
  });

  test("refuses a hash of a scheme it does not know", async () => {
    const stored = await hashPassword("kopi-o kosong 88", COST);
    expect((await verifyPassword("kopi-o kosong 88", { ...stored, scheme: 2 }, COST)).isRight).toBe(false);
  });

  test.each([
    ["hash", 8],
    ["hash from before the cost rose", 5],
  ])(
    "[2.2a] takes as long for an unknown account as for a wrong password and a %s",
    async (_, storedCost) => {
      const cost = 8;
      const stored = await hashPassword("kopi-o kosong 88", storedCost);
      const known: number[] = [];
      const unknown: number[] = [];
      for (let i = 0; i < 15; i++) {
        known.push(await timed(() => verifyPassword("wrong", stored, cost)));
        unknown.push(await timed(() => verifyPassword("wrong", null, cost)));
      }
      // Without the stand-in hash the ratio is below 0.01, and 8 where an old hash is not made up for.
      expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
      expect(median(unknown) / median(known)).toBeLessThan(2);
      expect((await verifyPassword("wrong", null, cost)).isRight).toBe(false);
    },
  );
});

/** Microseconds of the processor: those of a clock also count whatever else the machine does meanwhile. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
