import { expect, test } from "vitest";
import { dateOrdersOf, decimalOf } from "./column-content";
import { guessColumns } from "./guess-columns";
import { proposeSettings } from "./propose-settings";

const ORGANIZATION = { currency: "MYR", country: "MY", fields: [{ id: "f1", name: "Saiz Baju" }] };
const guess = (columns: string[], rows: string[][] = []) =>
  guessColumns({ noun: "customers", columns, fields: ORGANIZATION.fields }, rows).map(({ target }) => target);

test("columns are known by their names in English and Malay, however they are written", () => {
  expect(guess(["NAMA PELANGGAN", "No. Tel", "E-mel", "Poskod", "saiz  baju", "Zip"])).toEqual([
    "name",
    "phone",
    "email",
    "postcode",
    "custom:f1",
    "",
  ]);
});

test("a column whose name says nothing is known by its cells", () => {
  const rows = [
    ["a@contoh.my", "012-345 6789", "x"],
    ["b@contoh.my", "6.0123456789E+10", "y"],
  ];
  expect(guess(["A", "B", "C"], rows)).toEqual(["email", "phone", ""]);
});

test("only what is known by its name needs no look, and consent always does", () => {
  const isSure = (columns: string[]) =>
    proposeSettings({ noun: "customers", columns, rows: [["a@contoh.my", "ya"]] }, ORGANIZATION, null).isSure;
  expect(isSure(["Emel", "Nama"])).toBe(true);
  expect(isSure(["A", "Nama"])).toBe(false);
  expect(isSure(["Emel", "Setuju emel"])).toBe(false);
});

test("columns are matched as the last time with the same header", () => {
  const file = { noun: "customers" as const, columns: ["Emel", "X"], rows: [] };
  const { settings } = proposeSettings(file, ORGANIZATION, null);
  const remembered = { ...settings, columns: ["email", "city"] };
  expect(proposeSettings(file, ORGANIZATION, remembered)).toEqual({ settings: remembered, isSure: true });
});

test("a day above twelve tells the order of dates; without one it is asked for with examples", () => {
  expect(dateOrdersOf(["23/11/2026", "01/02/2026"]).possible).toEqual(["dmy"]);
  expect(dateOrdersOf(["01/02/2026"])).toMatchObject({
    possible: ["dmy", "mdy", "ymd"],
    examples: ["01/02/2026"],
  });
});

test("a wrong cell hides neither the order of dates nor the decimal sign", () => {
  expect(dateOrdersOf(["23/11/2026", "32/13/2026"]).possible).toEqual(["dmy"]);
  expect(decimalOf(["RM 40,00", "5,50", "#REF!", "tiada"]).sign).toBe(",");
});

test("the decimal sign shows in most numbers; 1,234 leaves it open", () => {
  expect(decimalOf(["RM 1,50", "2,3"]).sign).toBe(",");
  expect(decimalOf(["1,234.50"]).sign).toBe(".");
  expect(decimalOf(["1,234"])).toEqual({ sign: null, examples: ["1,234"] });
});
