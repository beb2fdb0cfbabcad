import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { groupsOfPath } from "~/i18n/text-groups";

/** Gzip bytes: what the page needs to work, and all that has come when the network is idle. */
export type PageScripts = { needed: number; loaded: number };

/** Visits a page for the first time. `cookie` is `name=value`. Throws when it leads elsewhere. */
export async function visitPage(browser: Browser, address: string, cookie?: string): Promise<PageScripts> {
  const context = await browser.newContext(cookie ? { extraHTTPHeaders: { Cookie: cookie } } : {});
  try {
    const page = await context.newPage();
    const scripts = new Map<string, Promise<number>>();
    page.on("response", (answer) => {
      if (answer.request().resourceType() !== "script") return;
      const size = answer.body().then((body) => gzipSync(body).length);
      scripts.set(new URL(answer.url()).pathname, size);
    });
    const visit = await page.goto(address, { waitUntil: "networkidle" });
    if (page.url() !== address) throw new Error(`${address} led to ${page.url()}`);
    const html = (await visit?.text()) ?? "";
    const texts = groupsOfPath(new URL(address).pathname).map((group) => `/group-${group}-`);
    const isNeeded = (path: string) => html.includes(path) || texts.some((name) => path.includes(name));
    const sum = async (paths: string[]) =>
      (await Promise.all(paths.map((path) => scripts.get(path) ?? 0))).reduce((a, b) => a + b, 0);
    const all = [...scripts.keys()];
    return { needed: await sum(all.filter(isNeeded)), loaded: await sum(all) };
  } finally {
    await context.close();
  }
}
