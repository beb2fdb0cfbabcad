import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizePhone } from "~/lib/phone";
import { type MatchFacts, matchKeys } from "./match-facts";
import { LOWEST_SCORE, scorePair } from "./score-pair";

const ADDRESS = {
  line1: "12, Jalan Mawar 3",
  line2: null,
  city: "Shah Alam",
  state: null,
  postcode: "40000",
  country: "MY",
};
const facts = (given: Partial<MatchFacts> = {}): MatchFacts => ({
  name: null,
  email: null,
  phone: null,
  phoneRaw: null,
  company: null,
  address: null,
  ...given,
});

describe("a pair is suggested", () => {
  test.each<[string, Partial<MatchFacts>, Partial<MatchFacts>]>([
    [
      "with one phone and one name",
      { name: "Siti Aminah", phone: "+60123456789" },
      { name: "SITI AMINAH", phone: "+60123456789" },
    ],
    [
      "with one phone as Excel left it",
      { name: "Ali Abu", phone: "+60123456789" },
      { name: "Ali Abu", phoneRaw: "6.0123456789E+10 / 12-345 6789" },
    ],
    [
      "with one mailbox under two spellings",
      { email: "siti.aminah@gmail.com" },
      { email: "sitiaminah+kedai@googlemail.com" },
    ],
    [
      "with a similar name at one door",
      { name: "Faridah Kassim", address: ADDRESS },
      { name: "Farida Kasim", address: { ...ADDRESS, line1: "No. 12 Jln Mawar 3" } },
    ],
    [
      "with one rare name and postcode",
      { name: "Mohd Ali bin Abu", address: ADDRESS },
      { name: "Muhammad Ali Abu", address: { ...ADDRESS, line1: "Lot 7" } },
    ],
  ])("%s", (_, one, other) => {
    expect(scorePair(facts(one), facts(other)).score).toBeGreaterThanOrEqual(LOWEST_SCORE);
    const [keys, others] = [matchKeys(facts(one)), matchKeys(facts(other))];
    expect(keys.some((key) => others.includes(key))).toBe(true);
  });
});

describe("Malaysian phones and names", () => {
  const WRITTEN = [
    "0123456789",
    "012-345 6789",
    "60123456789",
    "+60 12-345 6789",
    "+60 (0)12-345 6789",
    "0060123456789",
    "123456789",
    "6.0123456789E+10",
  ];

  test.each(WRITTEN)("give their reasons where one phone is written as %s", (written) => {
    const one = facts({ name: "Siti Aminah binti Hassan", phone: "+60123456789" });
    const other = facts({ name: "SITI AMINAH BT HASSAN", phone: normalizePhone(written), phoneRaw: written });
    expect(scorePair(one, other)).toEqual({ score: 100, reasons: ["same_phone", "same_name"] });
    expect(matchKeys(one).some((key) => matchKeys(other).includes(key))).toBe(true);
  });

  test.each([
    ["Siti Aminah binti Hassan", "Siti Aminah Bte. Hassan"],
    ["Mohd Ali bin Abu", "MUHAMMAD ALI B. ABU"],
    ["Raj A/L Kumar", "Raj a / l Kumar"],
    ["Priya A/P Devan", "PRIYA ANAK PEREMPUAN DEVAN"],
  ])("give the same name as a reason for %s and %s", (one, other) => {
    const phone = "+60123456789";
    const { score, reasons } = scorePair(facts({ name: one, phone }), facts({ name: other, phone }));
    expect([score >= LOWEST_SCORE, reasons]).toEqual([true, ["same_phone", "same_name"]]);
  });

  test("say that a brother and a sister who share a phone are two", () => {
    const phone = "+60123456789";
    const pair = [
      facts({ name: "Ravi A/L Muthu", phone }),
      facts({ name: "Ravi A/P Muthu", phone }),
    ] as const;
    expect(scorePair(...pair).score).toBeLessThan(LOWEST_SCORE);
  });
});

describe("a pair is left alone", () => {
  test.each<[string, Partial<MatchFacts>, Partial<MatchFacts>]>([
    [
      "of a family with one phone",
      { name: "Ahmad bin Ali", phone: "+60123456789" },
      { name: "Aminah binti Ali", phone: "+60123456789" },
    ],
    [
      "of a family at one door with one phone",
      { name: "Tan Wei Ming", phone: "+60123456789", address: ADDRESS },
      { name: "Lim Mei Ling", phone: "+60123456789", address: ADDRESS },
    ],
    [
      "of a couple with one mailbox",
      { name: "Tan Wei Ming", email: "tanfamily@x.my" },
      { name: "Lim Mei Ling", email: "tanfamily+mei@x.my" },
    ],
    [
      "with one common name and postcode",
      { name: "Siti Aminah", address: ADDRESS },
      { name: "Siti Aminah", address: { ...ADDRESS, line1: "Lot 7" } },
    ],
    ["with one name and nothing else", { name: "Mohd Ali bin Abu" }, { name: "Mohd Ali bin Abu" }],
    [
      "with phones that only end alike",
      { name: "Ali Abu", phone: "+60123456789" },
      { name: "Ali Abu", phone: "+6523456789" },
    ],
    ["of nobodies", {}, {}],
  ])("%s", (_, one, other) => {
    expect(scorePair(facts(one), facts(other)).score).toBeLessThan(LOWEST_SCORE);
  });
});

test("a score is the same from both sides, and within its bounds", () => {
  const some = fc.record({
    name: fc.constantFrom(null, "Ali bin Abu", "Siti", "Mohd Ali Abu", "X"),
    email: fc.constantFrom(null, "a.b@gmail.com", "ab+c@gmail.com", "z@x.my"),
    phone: fc.constantFrom(null, "+60123456789", "+6023456789"),
    phoneRaw: fc.constantFrom(null, "0123456789", "x"),
    company: fc.constantFrom(null, "Kedai"),
    address: fc.constantFrom(null, ADDRESS),
  });
  fc.assert(
    fc.property(some, some, (one, other) => {
      const result = scorePair(one, other);
      expect(result).toEqual(scorePair(other, one));
      expect(result.score).toBeGreaterThanOrEqual(0);
      expect(result.score).toBeLessThanOrEqual(100);
    }),
  );
});
