import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What of a page cannot be used by everybody: axe's serious and critical findings, each with its place. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** How many pixels the page is wider than the window; a page that fits has none. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The language that is stated and the theme that is seen. */
export function lookOf(page: Page): Promise<{ language: string; theme: "light" | "dark" }> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    if (!canvas) throw new Error("the browser cannot draw");
    for (const element of [document.documentElement, document.body]) {
      canvas.fillStyle = getComputedStyle(element).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const isDark = alpha > 0 && red + green + blue < 384;
    return { language: document.documentElement.lang, theme: isDark ? "dark" : "light" };
  });
}
