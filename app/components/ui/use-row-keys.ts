import { useEffect } from "react";
import { isTypingTarget } from "./is-typing-target";

const ROW_LINK = "[data-row-link]";
const STEPS: Partial<Record<string, 1 | -1>> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** J and K, within a row the arrows too, move between rows; X ticks the row's checkbox; Enter opens, as links do. */
export function useRowKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypingTarget(event.target) || document.querySelector("[role=dialog],[role=menu]")) return;
      const key = event.key.toLowerCase();
      const step = STEPS[key];
      if (step && (key.length === 1 || isInRow(event.target))) {
        event.preventDefault();
        moveRow(step);
      }
      if (key === "x") tickRow(event.shiftKey);
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
