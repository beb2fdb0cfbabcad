import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_TYPES, type FieldDefinition, type FieldType, type FieldValue } from "./field-types";
import { readFieldValue, USUAL_FORMS } from "./read-field-value";
import { fromStored, toStored, writeFieldValue } from "./stored-value";

const OPTIONS = ["Emas", "Perak, lama", "Gangsa"].map((label, i) => ({
  id: `00000000-0000-7000-8000-00000000000${i}`,
  label,
}));
const field = (type: FieldType, change: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id: "f",
  type,
  options: OPTIONS,
  isRequired: false,
  isUnique: false,
  currency: "MYR",
  ...change,
});
const read = (type: FieldType, text: string, change: Partial<FieldDefinition> = {}) => {
  const reading = readFieldValue(field(type, change), text, USUAL_FORMS);
  return reading.isRead ? reading.value : reading.problem;
};

describe("readFieldValue", () => {
  test("reads each type as people write it", () => {
    expect(read("text", "  Saiz M ")).toEqual({ type: "text", text: "Saiz M" });
    expect(read("number", "1,234.5")).toEqual({ type: "number", scaled: 12_345_000 });
    expect(read("date", "23/11/2026")).toEqual({ type: "date", date: "2026-11-23" });
    expect(read("yes_no", "Ya")).toEqual({ type: "yes_no", isYes: true });
    expect(read("choice", "EMAS")).toEqual({ type: "choice", optionId: OPTIONS[0]?.id });
    expect(read("url", "kedai.my/a")).toEqual({ type: "url", url: "https://kedai.my/a" });
  });

  test("reads money with its own currency or the field's, to the currency's minor unit", () => {
    expect(read("money", "RM 1,234.50")).toEqual({ type: "money", minor: 123_450, currency: "MYR" });
    expect(read("money", "12,50")).toEqual({ type: "money", minor: 1250, currency: "MYR" });
    expect(read("money", "JPY 1200")).toEqual({ type: "money", minor: 1200, currency: "JPY" });
    expect(read("money", "5 usd")).toEqual({ type: "money", minor: 500, currency: "USD" });
    expect(read("money", "5", { currency: null })).toBe("noCurrency");
  });

  test("takes several choices apart, also where a label holds a comma", () => {
    const ids = OPTIONS.map(({ id }) => id);
    expect(read("multi_choice", "emas, gangsa")).toEqual({
      type: "multi_choice",
      optionIds: [ids[0], ids[2]],
    });
    expect(read("multi_choice", "Perak, lama; Emas;emas")).toEqual({
      type: "multi_choice",
      optionIds: [ids[1], ids[0]],
    });
    expect(read("multi_choice", "Emas; Platinum")).toBe("notOption");
  });

  test("says what is wrong", () => {
    expect(read("text", " ", { isRequired: true })).toBe("required");
    expect(read("text", "x".repeat(2001))).toBe("tooLong");
    expect(read("text", "x".repeat(201), { isUnique: true })).toBe("tooLongUnique");
    expect(read("number", "dua")).toBe("notNumber");
    expect(read("money", "RM")).toBe("notMoney");
    expect(read("date", "31/02/2026")).toBe("notDate");
    expect(read("yes_no", "mungkin")).toBe("notYesNo");
    expect(read("url", "javascript:alert(1)")).toBe("notUrl");
    expect(read("url", "no host")).toBe("notUrl");
  });

  test("leaves an empty field empty", () => {
    for (const type of FIELD_TYPES) expect(read(type, "  ")).toBeNull();
  });

  test("every value is stored, read back and written so that it reads the same", () => {
    const values = fc.oneof<fc.Arbitrary<FieldValue>[]>(
      fc
        .string({ minLength: 1, maxLength: 100 })
        .map((text): FieldValue => ({ type: "text", text: `a${text}z` })),
      fc.integer().map((scaled): FieldValue => ({ type: "number", scaled })),
      fc
        .tuple(fc.integer(), fc.constantFrom("MYR", "JPY", "KWD"))
        .map(([minor, currency]): FieldValue => ({ type: "money", minor, currency })),
      fc
        .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((at): FieldValue => ({ type: "date", date: at.toISOString().slice(0, 10) })),
      fc.boolean().map((isYes): FieldValue => ({ type: "yes_no", isYes })),
      fc.constantFrom(...OPTIONS).map(({ id }): FieldValue => ({ type: "choice", optionId: id })),
      fc
        .uniqueArray(fc.constantFrom(...OPTIONS.map(({ id }) => id)), { minLength: 1 })
        .map((optionIds): FieldValue => ({ type: "multi_choice", optionIds })),
    );
    fc.assert(
      fc.property(values, (value) => {
        const own = field(value.type);
        expect(fromStored(value.type, toStored(own, value))).toEqual(value);
        const reading = readFieldValue(own, writeFieldValue(own, value), {
          dateOrder: "mdy",
          decimalMark: ".",
        });
        expect(reading).toEqual({ isRead: true, value });
      }),
    );
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_TYPES), fc.string(), (type, text) => void read(type, text)),
    );
  });
});
