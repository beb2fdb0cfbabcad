import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  test.each([
    ["Kedai Kopi Pagi", "kedai-kopi-pagi"],
    ["  Aunty's  Café & Co. ", "auntys-cafe-co"],
    ["99 Speedmart", "99-speedmart"],
    ["美食店", ""],
    ["--", ""],
    [`${"long ".repeat(7)}andmorewords`, "long-long-long-long-long-long-long-andmo"],
    [`${"x".repeat(39)} y`, "x".repeat(39)],
  ])("writes %j as %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("always has the form that the database asks for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^$|^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
      }),
    );
  });
});
