import { describe, expect, test } from "vitest";
import { tombstoneHasher } from "./tombstones";

const key = (byte: number) => new Uint8Array(32).fill(byte);
const one = { current: 1, keys: new Map([[1, key(1)]]) };
const two = {
  current: 2,
  keys: new Map([
    [1, key(1)],
    [2, key(2)],
  ]),
};
const TEXT = "email||ali@example.com";

describe("a tombstone", () => {
  test("is a keyed hash that names its key's version and nobody", async () => {
    const hash = await (await tombstoneHasher(one, "org")).hash(TEXT);
    expect(hash).toMatch(/^1\.[0-9a-f]{64}$/);
  });

  test("is found under every key still listed, after a rotation too", async () => {
    const old = await (await tombstoneHasher(one, "org")).hash(TEXT);
    const hasher = await tombstoneHasher(two, "org");
    expect(await hasher.hashes(TEXT)).toEqual([old, await hasher.hash(TEXT)]);
  });

  test("is another one in another organization", async () => {
    const hashes = await Promise.all(
      ["a", "b"].map(async (org) => (await tombstoneHasher(one, org)).hash(TEXT)),
    );
    expect(new Set(hashes).size).toBe(2);
  });
});
