import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { HOSTILE_STRINGS } from "../factories/hostile-strings";
import { startBrowser } from "../setup/browser";
import { startBuiltApp } from "../setup/built-app";
import { ACCESS_MATRIX } from "./access-matrix";
import type { World } from "./access-rules";
import { type AppMember, joinApp } from "./support/app-member";
import { createWorld } from "./support/app-world";
import { listBuildRoutes } from "./support/build-routes";
import { writeHostileNames, writeHostileRows } from "./support/hostile-rows";
import { writeHostileWords } from "./support/hostile-words";
import { isInteractive, openPage } from "./support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const routes = await listBuildRoutes();
const { owner } = app.database;
let admin: AppMember;
let world: World;
let ids: Awaited<ReturnType<typeof writeHostileRows>>;

beforeAll(async () => {
  admin = await joinApp(app);
  world = await createWorld(app, admin);
  ids = await writeHostileRows(owner, admin, world);
  await writeHostileNames(owner, admin);
  await writeHostileWords(owner, admin, world);
});

const mailsSchema = z.object({ mails: z.array(z.object({ subject: z.string(), html: z.string() })) });

/** Whether anything ran, would run when pressed, or made an element of its own; null when nothing did. */
function harmOf(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    if ("hostile" in window) return "it ran";
    const sly = /^\s*(?:javascript|data|vbscript):/i;
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) return `${element.tagName} has ${name}`;
        if (
          ["href", "src", "action", "formaction", "srcdoc"].includes(name) &&
          sly.test(value) &&
          !value.startsWith("data:image/")
        )
          return `${element.tagName} leads to ${value.slice(0, 60)}`;
      }
    }
    return document.querySelector("main iframe, main object, main embed, main script, base, marquee")
      ? "an element was made"
      : null;
  });
}

/** Opens the addresses, and lists by address what went wrong. */
async function openAll(addresses: readonly string[]): Promise<Record<string, string[]>> {
  const { page, context, takeTrouble } = await openPage(browser, app, { member: admin });
  const wrong: Record<string, string[]> = {};
  page.on("dialog", (dialog) => void dialog.dismiss());
  for (const address of addresses) {
    await page.goto(address);
    await isInteractive(page);
    const found = [await harmOf(page), ...takeTrouble()].filter((one) => one !== null);
    if (found.length > 0) wrong[address] = found;
  }
  await context.close();
  return wrong;
}

describe("[2.2a] sixty texts that run where they are not escaped", () => {
  test("are sixty, each its own", () => expect(new Set(HOSTILE_STRINGS).size).toBe(60));

  test("run on no page of the organization, in no list and no search", async () => {
    const pages = routes.flatMap(({ id, isPage }) => {
      const path = ACCESS_MATRIX[id]?.path;
      return isPage && path && id.startsWith("routes/o.$slug") ? [path(world)] : [];
    });
    const base = `/o/${admin.slug}`;
    const more = ["/customers?q=hostile", "/orders?q=hostile", "/products?q=hostile", "/customers?sort=name"];
    expect(await openAll([...pages, ...more.map((path) => base + path), "/o"])).toEqual({});
  });

  test("run on no customer's, order's or delivery's own page", async () => {
    const base = `/o/${admin.slug}`;
    // Each row holds several texts; every fifth row together holds all.
    const every = (step: number, list: readonly string[]) => list.filter((_, index) => index % step === 0);
    const addresses = [
      ...every(5, ids.customerId).map((id) => `${base}/customers/${id}`),
      ...every(5, ids.orderId).map((id) => `${base}/orders/${id}`),
      ...every(5, ids.deliveryId).map((id) => `${base}/connections/deliveries/${id}`),
    ];
    expect(await openAll(addresses)).toEqual({});
  });

  test("run in no result of the palette", async () => {
    const { page, context, takeTrouble } = await openPage(browser, app, { member: admin });
    await page.goto(`/o/${admin.slug}`);
    await isInteractive(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("hostile");
    await page.getByRole("option").first().waitFor();
    expect([await harmOf(page), ...takeTrouble()]).toEqual([null]);
    await context.close();
  });

  test("run in no mail, neither in its preview nor as the HTML that is sent", async () => {
    for (const [index, subject] of HOSTILE_STRINGS.slice(0, 9).entries()) {
      const body = HOSTILE_STRINGS.slice(index * 7, index * 7 + 7).join("\n\n");
      const answer = await admin.submit(`/o/${admin.slug}/settings/support?index`, { subject, body });
      expect([subject, answer.status]).toEqual([subject, 302]);
    }
    const mails = await vi.waitFor(
      async () => {
        const kept = mailsSchema.parse(await (await admin.ask("/dev/mailbox.json")).json()).mails;
        expect(kept.filter(({ subject }) => subject.includes("hostile")).length).toBe(9);
        return kept;
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(await openAll(["/dev/mailbox"])).toEqual({});
    const { page, context, takeTrouble } = await openPage(browser, app);
    for (const { html } of mails) {
      await page.setContent(html);
      expect([await harmOf(page), ...takeTrouble()]).toEqual([null]);
    }
    await context.close();
  });

  test("a page that lets one through is caught", async () => {
    const { page, context } = await openPage(browser, app);
    for (const text of [HOSTILE_STRINGS[0], HOSTILE_STRINGS[16], `<a href="${HOSTILE_STRINGS[53]}">x</a>`]) {
      await page.setContent(`<main>${text}</main>`);
      expect(await harmOf(page)).not.toBeNull();
    }
    await context.close();
  });
});
