import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusePassword } from "./password-policy.server";

const context = ["aisyah@kedaikopi.my", "Aisyah binti Rahman", "Kedai Kopi Pagi"];

describe("refusePassword", () => {
  test.each([
    ["seven c", "too_short"],
    ["日本語パスワ", "too_short"],
    [`${"x1".repeat(64)}y`, "too_long"],
    ["password", "common"],
    ["PASSWORD", "common"],
    ["password123!", "common"],
    ["Sunshine2024", "common"],
    ["qwertyuiop", "common"],
    ["12345678", "common"],
    ["aaaaaaaaaaaa", "common"],
    ["abababababab", "common"],
    ["Aisyah2024!", "personal"],
    ["kedaikopi123", "personal"],
    ["orucrm2026", "personal"],
    ["Rahman-Aisyah-1", "personal"],
  ])("refuses %j as %s", (password, reason) => {
    expect(refusePassword(password, context)).toBe(reason);
  });

  test.each([
    "teh tarik kurang manis",
    "correct horse battery",
    "日本語のパスワードです",
    "zv9q-Lm2x",
    "aisyah suka durian",
    "x1y2".repeat(32),
  ])("takes %j without asking for capitals, digits or signs", (password) => {
    expect(refusePassword(password, context)).toBeNull();
  });

  test("takes a personal word when enough else stands beside it", () => {
    expect(refusePassword("aisyah2024", [])).toBeNull();
    expect(refusePassword("aisyah2024", context)).toBe("personal");
  });

  test("answers for any text and any context", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.array(fc.string()), (password, words) => {
        expect([null, "too_short", "too_long", "common", "personal"]).toContain(
          refusePassword(password, words),
        );
      }),
    );
  });
});
