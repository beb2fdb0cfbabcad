import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll } from "vitest";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Chromium keeps to the pages of a test: no calls of its own, no profile, no GPU. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const DOWNLOADED = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-win/chrome.exe",
];

/** A headless Chromium, closed after the file's last test. Throws a sentence that says how to get one. */
export async function startBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  return browser;
}

/** As `startBrowser`, for what is no test; whoever launches it closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: QUIET });
}

/** Where a Chromium is: `CHROMIUM_PATH`, the usual places, then Playwright's own cache. */
function findChromium(): string {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !existsSync(wanted))
    throw new Error(`CHROMIUM_PATH is "${wanted}", and there is no such file.`);
  const found = wanted ?? [...USUAL_PLACES, ...listDownloads()].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium or Chrome and found none. Install it (for example `apt-get install chromium` " +
      "or `npx playwright install chromium`), or name it: CHROMIUM_PATH=/path/to/chromium",
  );
}

/** What `playwright install` keeps, newest first: `chromium-1234/chrome-linux/chrome`. */
function listDownloads(): string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), cacheOf(process.platform));
  if (!existsSync(cache)) return [];
  const folders = readdirSync(cache).filter((name) => name.startsWith("chromium-"));
  const newestFirst = folders.sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return newestFirst.flatMap((folder) => DOWNLOADED.map((file) => join(cache, folder, file)));
}

function cacheOf(platform: NodeJS.Platform): string {
  if (platform === "darwin") return "Library/Caches/ms-playwright";
  return platform === "win32" ? "AppData/Local/ms-playwright" : ".cache/ms-playwright";
}
