import { expect, test } from "vitest";
import { readStatusWord } from "./status-words";

test.each([
  ["Paid", "paid"],
  ["BERJAYA", "paid"],
  ["belum_bayar", "pending"],
  ["gagal", "failed"],
  ["Dibatalkan", "cancelled"],
  ["bayaran-balik", "refunded"],
  ["dihantar", "fulfilled"],
])("%s means %s", (word, status) => {
  expect(readStatusWord(word)).toBe(status);
});

test.each(["1", "0", "toString", "__proto__", "", "paid later", null])(
  "%s means nothing by itself",
  (word) => {
    expect(readStatusWord(word)).toBeNull();
  },
);
