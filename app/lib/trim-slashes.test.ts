import { expect, test } from "vitest";
import { trimSlashes } from "./trim-slashes";

test("slashes at the end go, those within stay", () => {
  expect(["/shop//", "/a//b/", "/", "", "shop"].map(trimSlashes)).toEqual(["/shop", "/a//b", "", "", "shop"]);
});
