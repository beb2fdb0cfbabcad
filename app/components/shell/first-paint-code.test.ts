import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { firstPaintCode } from "./first-paint-code";

/** Runs the script in a page that remembers `stored`; says what became of <html>. */
function paint(isVisitor: boolean, stored: Record<string, string> | "forbidden") {
  const classes = new Set(["system"]);
  const html = {
    dataset: {} as Record<string, string>,
    classList: { remove: (name: string) => classes.delete(name), add: (name: string) => classes.add(name) },
  };
  const getItem = (key: string) => {
    if (stored === "forbidden") throw new Error("storage is forbidden");
    return stored[key] ?? null;
  };
  const page = createContext({
    document: { documentElement: html, currentScript: { nonce: "n0nce" } },
    localStorage: { getItem },
  });
  runInContext(firstPaintCode(isVisitor), page);
  const globals = runInContext("({ zod: __zod_globalConfig, nonce: __webpack_nonce__ })", page);
  return { classes: [...classes], rail: html.dataset.rail, globals };
}

describe("the script of the first paint", () => {
  test("a visitor's theme is there before anything is painted", () => {
    expect(paint(true, { theme: "dark" }).classes).toEqual(["dark"]);
    expect(paint(true, {}).classes).toEqual(["system"]);
    expect(paint(true, { theme: "x onload=" }).classes).toEqual(["system"]);
  });

  test("a user's theme comes from their row, not from this browser", () => {
    expect(paint(false, { theme: "dark" }).classes).toEqual(["system"]);
  });

  test("the rail is as narrow as it was left", () => {
    expect(paint(false, { rail: "narrow" }).rail).toBe("narrow");
    expect(paint(false, { rail: "wide" }).rail).toBeUndefined();
  });

  test("a browser without storage, and zod and scroll locks, have what they need", () => {
    expect(paint(true, "forbidden").globals).toEqual({ zod: { jitless: true }, nonce: "n0nce" });
  });

  test("zod reads the name that is set", async () => {
    const { globalConfig } = await import("zod/v4/core");
    expect(Reflect.get(globalThis, "__zod_globalConfig")).toBe(globalConfig);
  });
});
