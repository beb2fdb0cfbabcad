import { expect, test } from "vitest";
import { placeName } from "./place-name";

test.each([
  ["Ipoh", "MY", "en", "Ipoh, Malaysia"],
  [null, "SG", "ms", "Singapura"],
  ["Ipoh", null, "en", "Ipoh"],
  [null, "T1", "en", "T1"],
  [null, "?", "ms", "?"],
  [null, null, "en", null],
] as const)("%s and %s in %s is %s", (city, country, language, name) => {
  expect(placeName({ city, country }, language)).toBe(name);
});
