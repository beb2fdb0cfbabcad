import fc from "fast-check";
import { parsePhoneNumber } from "libphonenumber-js/min";
import { expect, test } from "vitest";
import { formatPhone } from "./format-phone";

test.each([
  ["+60123456789", "+60 12-345 6789"],
  ["+601112345678", "+60 11-1234 5678"],
  ["+60321234567", "+60 3-2123 4567"],
  ["+6082123456", "+60 82-123 456"],
  ["+6561234567", "+65 6123 4567"],
  ["+628123456789", "+62 81 2345 6789"],
])("%s is read as %s", (e164, shown) => {
  expect(formatPhone(e164)).toBe(shown);
});

test("what is no E.164 number is shown as it is", () => {
  for (const raw of ["012-345", "", "+6012abc", "+123"]) expect(formatPhone(raw)).toBe(raw);
});

test("groups Malaysian numbers as the phone library does", () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${count - 1}}$`));
  const mobiles = fc.tuple(fc.constantFrom("12", "13", "16", "17", "19"), digits(7));
  const longMobiles = fc.tuple(fc.constant("11"), digits(8));
  const lines = fc.tuple(fc.constant("3"), digits(8));
  fc.assert(
    fc.property(fc.oneof(mobiles, longMobiles, lines), (parts) => {
      const e164 = `+60${parts.join("")}`;
      expect(formatPhone(e164).replace("-", " ")).toBe(parsePhoneNumber(e164).formatInternational());
    }),
  );
});

test("never loses or adds a digit", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{7,14}$/), (e164) => {
      expect(formatPhone(e164).replace(/[^+\d]/g, "")).toBe(e164);
    }),
  );
});
