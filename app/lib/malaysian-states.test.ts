import { expect, test } from "vitest";
import { findMalaysianState, MALAYSIAN_STATE_NAMES } from "./malaysian-states";

test("there are thirteen states and three federal territories", () => {
  expect(Object.keys(MALAYSIAN_STATE_NAMES)).toHaveLength(16);
});

test("each code and each name is found in any case", () => {
  for (const [code, name] of Object.entries(MALAYSIAN_STATE_NAMES)) {
    expect(findMalaysianState(code.toLowerCase())).toBe(code);
    expect(findMalaysianState(name.toUpperCase())).toBe(code);
  }
});

test.each([
  ["Penang", "PNG"],
  ["Malacca", "MLK"],
  ["N. Sembilan", "NSN"],
  ["SRW", "SWK"],
  ["WP Kuala Lumpur", "KUL"],
  ["W.P. Labuan", "LBN"],
  ["Wilayah Persekutuan Putrajaya", "PJY"],
  ["Federal Territory of Kuala Lumpur", "KUL"],
  ["MY-10", "SGR"],
])("%s is %s", (text, code) => {
  expect(findMalaysianState(text)).toBe(code);
});

test.each(["", "-", "Kentucky", "MY", "WP", "constructor"])("%j is no Malaysian state", (text) => {
  expect(findMalaysianState(text)).toBeNull();
});
