import { expect, test } from "vitest";
import { readYesNo } from "./read-yes-no";

test("reads yes and no in English and Malay, and nothing else", () => {
  expect(["Yes", "YA", " true ", "1", "ada"].map(readYesNo)).toEqual([true, true, true, true, true]);
  expect(["No", "TIDAK", "tak", "0", "salah"].map(readYesNo)).toEqual([false, false, false, false, false]);
  expect(["", "maybe", "2", "yes no"].map(readYesNo)).toEqual([null, null, null, null]);
});
