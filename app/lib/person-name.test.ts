import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameLikeness, readName } from "./person-name";

const likeness = (one: string, other: string) => nameLikeness(readName(one), readName(other));

describe("nameLikeness", () => {
  test.each([
    ["Mohd Ali bin Abu", "Muhammad Ali Abu"],
    ["Siti Aminah binti Hassan", "SITI AMINAH BT HASSAN"],
    ["Siti Aminah Bte. Hassan", "siti aminah hassan"],
    ["Raj a/l Kumar", "RAJ S/O KUMAR"],
    ["Priya A/P Devan", "Priya Devan"],
    ["Raj A / L Kumar", "Raj a.l. Kumar"],
    ["Priya a/p. Devan", "Priya anak perempuan Devan"],
    ["Jugah anak Barieng", "JUGAH BARIENG"],
    ["Abd Rahman", "Abdul Rahman"],
    ["Tan Wei Ming", "TAN WEIMING"],
    ["Encik Ahmad Faizal", "Ahmed Faizal"],
    ["Noor Aisyah", "Nur Aishah"],
    ["陳偉明", "陳偉明"],
    ["Ｓｉｔｉ", "siti"],
  ])("%s is %s", (one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ["Faridah Kassim", "Farida Kasim"],
    ["Syafiq Azmi", "Shafiq Azmi"],
    ["Lim Chee Keong", "Lim Chee Keon"],
    ["Nur Izzati", "Nur Izzati Zainal"],
  ])("%s is like %s", (one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(0.8);
  });

  test.each([
    ["Ahmad bin Ali", "Aminah binti Ali"],
    ["Ravi a/l Muthu", "Ravi a/p Muthu"],
    ["Ravi A / L Muthu", "Ravi anak perempuan Muthu"],
    ["Ahmad bin Ali", "Ahmad bin Osman"],
    ["Siti", "Siti Aminah Hassan"],
    ["Tan Wei Ming", "Tan Mei Ling"],
    ["", "Ali"],
  ])("%s is not %s", (one, other) => {
    expect(likeness(one, other)).toBeLessThan(0.8);
  });

  test("it is the same from both sides, between 0 and 1, and every name with words is like itself", () => {
    const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."abi nstu/l.陳") }));
    fc.assert(
      fc.property(name, name, (one, other) => {
        const value = likeness(one, other);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(likeness(other, one)).toBe(value);
        expect(likeness(one, one)).toBe(readName(one).words.length > 0 ? 1 : 0);
      }),
    );
  });
});
