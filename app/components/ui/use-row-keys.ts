import { useEffect } from "react";
import { isTypingTarget } from "./is-typing-target";
import { readRowKey } from "./row-keys";

const ROW_LINK = "[data-row-link]";

/** J and K, within a row the arrows too, move between rows; X ticks the row's checkbox; Enter opens, as links do. */
export function useRowKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypingTarget(event.target) || document.querySelector("[role=dialog],[role=menu]")) return;
      const asked = readRowKey({
        key: event.key,
        hasShift: event.shiftKey,
        isInRow: isInRow(event.target),
      });
      if (asked?.do === "move") {
        event.preventDefault();
        moveRow(asked.step);
      }
      if (asked?.do === "tick") tickRow(asked.hasRange);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function moveRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(ROW_LINK)];
  const row = document.activeElement?.closest("tr");
  const current = links.findIndex((link) => row?.contains(link));
  const next = links[current === -1 ? 0 : current + step];
  next?.focus();
  next?.closest("tr")?.scrollIntoView({ block: "nearest" });
}

/** With Shift all rows from the last one that was ticked. */
function tickRow(shiftKey: boolean): void {
  const box = document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]");
  box?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey }));
}

function isInRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("tbody tr") !== null;
}
