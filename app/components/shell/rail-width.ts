/** The rail's width is a matter of this browser: an attribute on <html>, kept in localStorage. */
const RAIL_STORAGE_KEY = "rail";

export function toggleRail(): void {
  const html = document.documentElement;
  const isNarrow = html.dataset.rail === "narrow";
  if (isNarrow) delete html.dataset.rail;
  else html.dataset.rail = "narrow";
  try {
    localStorage.setItem(RAIL_STORAGE_KEY, isNarrow ? "wide" : "narrow");
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
