import { encodeBase64 } from "@oslojs/encoding";
import { describe, expect, test } from "vitest";
import { parseKeyring } from "./keyring";

const key = (fill: number) => encodeBase64(new Uint8Array(32).fill(fill));

describe("parseKeyring", () => {
  test("makes the highest version current, wherever it stands", () => {
    const keyring = parseKeyring(`3:${key(3)}, 1:${key(1)},10:${key(9)}`);
    expect(keyring.current).toBe(10);
    expect(keyring.keys.get(1)).toEqual(new Uint8Array(32).fill(1));
    expect([...keyring.keys.keys()].sort((a, b) => a - b)).toEqual([1, 3, 10]);
  });

  test("lets a key that is only to read be known before it writes, whatever its version", () => {
    const keyring = parseKeyring(`1:${key(1)},2:${key(2)}:reads`);
    expect(keyring.current).toBe(1);
    expect([...keyring.keys.keys()]).toEqual([1, 2]);
  });

  test.each([
    ["nothing", ""],
    ["keys of which none writes", `1:${key(1)}:reads`],
    ["a mark that means nothing", `1:${key(1)}:writes`],
    ["a key without a version", key(1)],
    ["version 0", `0:${key(1)}`],
    ["a short key", `1:${encodeBase64(new Uint8Array(16))}`],
    ["a trailing comma", `1:${key(1)},`],
    ["a version named twice", `1:${key(1)},1:${key(2)}`],
  ])("refuses %s", (_name, text) => {
    expect(() => parseKeyring(text)).toThrow(/keyring/);
  });

  test.each(["x", "1"])("never repeats a key in its error (version %s)", (version) => {
    const secret = encodeBase64(new Uint8Array(31).fill(7));
    const read = () => parseKeyring(`${version}:${secret}`);
    expect(read).toThrow();
    expect(read).not.toThrow(secret);
  });
});
