import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizePhone } from "./phone";

describe("normalizePhone", () => {
  test.each([
    "+60123456789",
    "60123456789",
    "0123456789",
    "012-345 6789",
    "012-3456789",
    "(012) 345.6789",
    "+60 12-345 6789",
    "+600123456789",
    "(+60)12 345 6789",
    "0060123456789",
    "'0123456789",
    "０１２３４５６７８９",
    "0123456789 (Aisyah)",
    "0123456789 / 03-7726 1234",
    "0123456789 atau 0139876543",
    "0123456789 ext 12",
  ])("reads %j as one mobile number", (text) => {
    expect(normalizePhone(text)).toBe("+60123456789");
  });

  test.each([
    ["123456789", "+60123456789"],
    ["60123456789.0", "+60123456789"],
    ["6.0123456789E+10", "+60123456789"],
    ["1.23456789e8", "+60123456789"],
    ["1112345678", "+601112345678"],
    ["377261234", "+60377261234"],
  ])("repairs what a spreadsheet made of it: %s", (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });

  test("refuses a number whose digits a spreadsheet has rounded away", () => {
    expect(normalizePhone("6.01235E+10")).toBeNull();
    expect(normalizePhone("1.2E+08")).toBeNull();
  });

  test.each([
    ["+60112223333", "+60112223333"],
    ["011-1234 5678", "+601112345678"],
    ["015-4600 1234", "+601546001234"],
    ["03-7726 1234", "+60377261234"],
    ["088-231 234", "+6088231234"],
  ])("keeps the longer 011 and 015 mobiles and landlines: %s", (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });

  test.each([
    ["+65 9123 4567", "+6591234567"],
    ["6591234567", "+6591234567"],
    ["6281234567890", "+6281234567890"],
    ["+1 213 373 4253", "+12133734253"],
  ])("keeps numbers of other countries: %s", (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });

  test("reads a national number in the country it was given with", () => {
    expect(normalizePhone("9123 4567", "SG")).toBe("+6591234567");
    expect(normalizePhone("60123456789", "SG")).toBe("+60123456789");
    expect(normalizePhone("9123 4567", "Singapore")).toBeNull();
    expect(normalizePhone("0123456789", null)).toBeNull();
  });

  test.each([
    "",
    "  ",
    "-",
    "tiada",
    "0",
    "12345",
    "0000000000",
    "1234567",
    "9".repeat(60),
    "1".repeat(5000),
  ])("finds no number in %j", (text) => {
    expect(normalizePhone(text)).toBeNull();
  });

  test("finds no number in nothing", () => {
    expect(normalizePhone(null)).toBeNull();
  });

  test("never throws, and what it answers it answers again", () => {
    const phoneLike = fc.string({ unit: fc.constantFrom(..."0123456789+-() ./eE"), maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), phoneLike),
        fc.constantFrom("MY", "SG", "US", "??", null),
        (text, country) => {
          const phone = normalizePhone(text, country);
          if (phone === null) return;
          expect(phone).toMatch(/^\+\d{6,15}$/);
          expect(normalizePhone(phone, country)).toBe(phone);
        },
      ),
    );
  });

  test("every Malaysian mobile is the same number in each of its forms", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("10", "12", "13", "14", "16", "17", "18", "19"),
        fc.integer({ min: 2_000_000, max: 9_999_999 }),
        (prefix, rest) => {
          const expected = `+60${prefix}${rest}`;
          const forms = [
            `0${prefix}${rest}`,
            `${prefix}${rest}`,
            `60${prefix}${rest}`,
            `+60 ${prefix}-${rest}`,
          ];
          expect(forms.map((form) => normalizePhone(form))).toEqual(forms.map(() => expected));
        },
      ),
    );
  });

  test("a number that a spreadsheet wrote with an exponent is recovered whole or not at all", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("10", "12", "13", "14", "16", "17", "18", "19"),
        fc.integer({ min: 2_000_000, max: 9_999_999 }),
        fc.nat(9),
        (prefix, rest, cut) => {
          const digits = `60${prefix}${rest}`;
          const written = (kept: number) => `6.${digits.slice(1, 1 + kept)}E+${digits.length - 1}`;
          expect(normalizePhone(written(digits.length - 1))).toBe(`+${digits}`);
          expect(normalizePhone(written(cut || 1))).toBeNull();
        },
      ),
    );
  });

  test("a lost zero is given back only where that makes a number", () => {
    expect(normalizePhone("123456789")).toBe("+60123456789");
    expect(normalizePhone("12345678")).toBeNull();
    expect(normalizePhone("23456789")).toBeNull();
  });

  test("of two numbers in one cell, the first that is one counts, full-width digits and extensions or not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2_000_000, max: 9_999_999 }),
        fc.constantFrom(" / ", "; ", ", ", "\n", " atau ", " or "),
        fc.constantFrom("", " ext 5", " samb. 12"),
        fc.boolean(),
        (rest, between, extension, isFullWidth) => {
          const first = `012-${rest}${extension}`;
          const wide = first.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
          const text = `${isFullWidth ? wide : first}${between}013-9876543`;
          expect(normalizePhone(text)).toBe(`+6012${rest}`);
          expect(normalizePhone(`tiada${between}013-9876543`)).toBe("+60139876543");
        },
      ),
    );
  });
});
