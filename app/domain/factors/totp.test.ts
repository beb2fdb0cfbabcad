import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { describe, expect, test } from "vitest";
import { codeAt } from "../../../tests/factories/factors-context";
import { createTotpSecret, describeTotp, matchTotpStep } from "./totp";

const NOON = new Date("2026-03-02T04:00:00Z");
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const secret = createTotpSecret();

describe("a code of the authenticator app", () => {
  test("is that of RFC 6238's test vector", () => {
    const known = new TextEncoder().encode("12345678901234567890");
    expect(matchTotpStep(known, "287082", new Date(59_000))).toBe(1);
  });

  test("counts with clocks one step apart in either direction, and no further", () => {
    const code = codeAt(secret, NOON);
    const step = NOON.getTime() / 30_000;
    expect([-31, -30, -1, 0, 29, 30, 59, 60].map((s) => matchTotpStep(secret, code, after(s)))).toEqual([
      null,
      ...Array(6).fill(step),
      null,
    ]);
  });

  test("of another secret is nobody's", () => {
    expect(matchTotpStep(createTotpSecret(), codeAt(secret, NOON), NOON)).toBeNull();
    expect(matchTotpStep(secret, "", NOON)).toBeNull();
  });
});

test("the app is told the secret, whose account it is, and how to count", () => {
  const { uri, typed } = describeTotp(secret, "aina@kedai.my");
  const { searchParams, pathname } = new URL(uri);
  expect(decodeURIComponent(pathname)).toContain("OruCRM:aina@kedai.my");
  expect(decodeBase32IgnorePadding(typed)).toEqual(secret);
  expect(Object.fromEntries(searchParams)).toMatchObject({ secret: typed, period: "30", digits: "6" });
});
