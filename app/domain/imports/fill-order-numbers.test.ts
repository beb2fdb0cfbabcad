import { expect, test } from "vitest";
import { fillOrderNumbers, orderAbove, orderColumnsOf } from "./fill-order-numbers";

const COLUMNS = orderColumnsOf({ columns: ["email", "", "itemName", "itemQuantity", "order"] });
const rows = (...all: string[][]) => all.map((cells, n) => ({ row: n + 1, cells }));
const numbersOf = (filled: ReturnType<typeof fillOrderNumbers>) => filled.map(({ cells }) => cells[4] ?? "");

test("a row that names only an item is of the order above, in a row that ends early too", () => {
  const file = rows(["a@contoh.my", "", "Sambal", "1", "#1"], ["", "nota", "Kuih", "", ""], ["", "", "Roti"]);
  expect(numbersOf(fillOrderNumbers(file, COLUMNS, ""))).toEqual(["#1", "#1", "#1"]);
});

test("a row that says anything else of an order, or nothing of an item, needs its own number", () => {
  const file = rows(["", "", "Sambal", "1", "1"], ["b@contoh.my", "", "Kuih"], ["", "nota"]);
  expect(numbersOf(fillOrderNumbers(file, COLUMNS, ""))).toEqual(["1", "", ""]);
});

test("below a row without a number nothing joins what is above it, but rows without text are none", () => {
  const file = rows(
    ["", "", "A", "", "1"],
    ["", " "],
    ["", "", "B"],
    ["c@contoh.my", "", "C"],
    ["", "", "D"],
  );
  const filled = fillOrderNumbers(file, COLUMNS, "");
  expect(numbersOf(filled)).toEqual(["1", "", "1", "", ""]);
  expect(orderAbove(filled, COLUMNS, "1")).toBe("");
  expect(orderAbove(filled.slice(0, 2), COLUMNS, "")).toBe("1");
});

test("the number above the first row goes on where another part of the file begins", () => {
  expect(numbersOf(fillOrderNumbers(rows(["", "", "Kuih"]), COLUMNS, "7"))).toEqual(["7"]);
  expect(orderAbove(rows(["", ""]), COLUMNS, "7")).toBe("7");
});
