import { useEffect } from "react";
import { isTypingTarget } from "./is-typing-target";

const ROW_LINK = "[data-row-link]";

/** J and K move between the rows of the page's list, X ticks the row's checkbox; Enter opens, as links do. */
export function useRowKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypingTarget(event.target) || document.querySelector("[role=dialog],[role=menu]")) return;
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") moveRow(key === "j" ? 1 : -1);
      if (key === "x") tickRow();
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

function tickRow(): void {
  document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}
