import { describe, expect, test } from "vitest";
import { SECTION_KEYS, SECTIONS } from "./sections";
import { type Press, readShortcut } from "./shortcut-keys";

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  hasCommand: false,
  hasAlt: false,
  isTyping: false,
  ...rest,
});

describe("shortcuts", () => {
  test("no key acts while somebody types, but Ctrl or Cmd+K", () => {
    for (const key of ["g", "/", "?", "c", "d", "K"]) {
      expect(readShortcut(press(key, { isTyping: true }), false)).toBeNull();
      expect(readShortcut(press(key, { isTyping: true }), true)).toBeNull();
    }
    expect(readShortcut(press("k", { isTyping: true, hasCommand: true }), false)).toEqual({ do: "palette" });
  });

  test("G and then a section's letter goes there", () => {
    expect(readShortcut(press("g"), false)).toEqual({ do: "wait" });
    for (const section of SECTION_KEYS) {
      expect(readShortcut(press(SECTIONS[section].letter), true)).toEqual({ do: "go", section });
      expect(readShortcut(press(SECTIONS[section].letter), false)).toBeNull();
    }
  });

  test("the browser keeps its own combinations", () => {
    expect(readShortcut(press("p", { hasCommand: true }), true)).toBeNull();
    expect(readShortcut(press("/", { hasAlt: true }), false)).toBeNull();
  });

  test("no two sections share a letter", () => {
    expect(new Set(SECTION_KEYS.map((key) => SECTIONS[key].letter)).size).toBe(SECTION_KEYS.length);
  });
});
