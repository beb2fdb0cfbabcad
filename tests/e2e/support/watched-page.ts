import type { Browser, BrowserContext, Page } from "playwright-core";
import type { BuiltApp } from "../../setup/built-app";
import type { AppMember } from "./app-member";

export const PHONE = { width: 375, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

export type WatchedPage = {
  page: Page;
  context: BrowserContext;
  /** What went wrong in the browser since the last call: errors, breaches of the policy, requests to others. */
  takeTrouble(): string[];
};

/** A tab of a browser of its own, logged in as `member` if one is given, that writes down everything that goes wrong. */
export async function openPage(
  browser: Browser,
  app: BuiltApp,
  options: {
    member?: AppMember;
    viewport?: { width: number; height: number };
    colorScheme?: "light" | "dark";
    locale?: string;
  } = {},
): Promise<WatchedPage> {
  const { member, viewport = DESKTOP, colorScheme = "light", locale = "en-MY" } = options;
  const context = await browser.newContext({
    baseURL: app.url,
    viewport,
    colorScheme,
    locale,
    reducedMotion: "reduce",
  });
  if (member) {
    const [name = "", value = ""] = member.cookie.split("=", 2);
    await context.addCookies([{ name, value, url: app.url }]);
  }
  const page = await context.newPage();
  const troubles = new Set<string>();
  await listen(page, app.url, (trouble) => troubles.add(trouble.split("\n", 1)[0]?.slice(0, 200) ?? ""));
  const takeTrouble = () => {
    const taken = [...troubles];
    troubles.clear();
    return taken;
  };
  return { page, context, takeTrouble };
}

/** Resolves once the page answers to its user: React has taken over what the server sent. */
export async function isInteractive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.documentElement).some((name) => name.startsWith("__react")),
  );
}

async function listen(page: Page, origin: string, tell: (trouble: string) => void): Promise<void> {
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    ),
  );
  page.on("pageerror", (error) => tell(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A page that is answered with an error status is what some tests ask for.
    const isOwnStatus = message.location().url === page.url() && message.text().startsWith("Failed to load");
    if (message.type() === "error" && !isOwnStatus) tell(`${message.text()} ${message.location().url}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) tell(`request to ${url.href}`);
  });
}
