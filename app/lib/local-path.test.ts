import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localPath } from "./local-path";

describe("localPath", () => {
  test.each(["/", "/o/kedai", "/o/kedai/customers?q=a%2Fb&sort=name#top", "/o/a//b"])("keeps %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([
    null,
    "",
    "o/kedai",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/o\\..\\evil",
    "https://evil.example",
    "javascript:alert(1)",
    " /o/kedai",
    "/\r\nSet-Cookie: a=b",
  ])("refuses %j", (value) => {
    expect(localPath(value)).toBeNull();
  });

  test("never leads to another host", () => {
    const tricky = fc.string({
      unit: fc.constantFrom("/", "\\", "\t", "\n", ".", "@", ":", "a", "%", "?", " "),
    });
    fc.assert(
      fc.property(tricky, (value) => {
        const path = localPath(value);
        if (path !== null) expect(new URL(path, "https://app.orucrm.com").host).toBe("app.orucrm.com");
      }),
    );
  });
});
