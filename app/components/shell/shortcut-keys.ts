import { SECTION_KEYS, SECTIONS, type SectionKey } from "./sections";

export type Press = { key: string; hasCommand: boolean; hasAlt: boolean; isTyping: boolean };

export type Shortcut =
  | { do: "palette" }
  | { do: "search" }
  | { do: "help" }
  | { do: "wait" }
  | { do: "go"; section: SectionKey };

/**
 * What a key press asks for, or null. `isWaiting` is true when G was pressed a
 * moment ago. While somebody types only Ctrl/Cmd+K counts, since it types nothing.
 */
export function readShortcut(press: Press, isWaiting: boolean): Shortcut | null {
  const key = press.key.toLowerCase();
  if (press.hasAlt) return null;
  if (press.hasCommand) return key === "k" ? { do: "palette" } : null;
  if (press.isTyping) return null;
  if (isWaiting) {
    const section = SECTION_KEYS.find((candidate) => SECTIONS[candidate].letter === key);
    if (section) return { do: "go", section };
  }
  if (key === "g") return { do: "wait" };
  if (key === "/") return { do: "search" };
  if (key === "?") return { do: "help" };
  return null;
}
