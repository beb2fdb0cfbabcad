import { useEffect, useRef } from "react";
import { isTypingTarget } from "../ui/is-typing-target";
import { readShortcut, type Shortcut } from "./shortcut-keys";

// How long G waits for its letter.
const WAIT_MS = 1200;

/** Listens to the whole page and reports what a key press asks for. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const handler = useRef(onShortcut);
  handler.current = onShortcut;
  useEffect(() => {
    let waitsUntil = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const shortcut = readShortcut(
        {
          key: event.key,
          hasCommand: event.ctrlKey || event.metaKey,
          hasAlt: event.altKey,
          isTyping:
            isTypingTarget(event.target) || document.querySelector("[role=dialog],[role=menu]") !== null,
        },
        event.timeStamp < waitsUntil,
      );
      waitsUntil = shortcut?.do === "wait" ? event.timeStamp + WAIT_MS : 0;
      if (!shortcut) return;
      event.preventDefault();
      handler.current(shortcut);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
