import { expect, test } from "vitest";
import { hasMixedScripts } from "./has-mixed-scripts";

test("finds letters that pretend to be Latin ones", () => {
  expect(hasMixedScripts("aina@kedai.my")).toBe(false);
  expect(hasMixedScripts("\u0430ina@kedai.my")).toBe(true);
  expect(hasMixedScripts("aina@ked\u03b1i.my")).toBe(true);
  expect(hasMixedScripts("陈@例子.中国")).toBe(false);
});
