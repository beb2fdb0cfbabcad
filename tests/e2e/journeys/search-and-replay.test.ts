import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { joinApp } from "../support/app-member";
import { connectShop } from "../support/app-shop";
import { createWorld } from "../support/app-world";
import { lookOf } from "../support/judge-page";
import { isInteractive, openPage } from "../support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const admin = await joinApp(app);
const { page, takeTrouble } = await openPage(browser, app, { member: admin });
const base = `/o/${admin.slug}`;
const NAME = "Nur Aisyah binti Rahman";

beforeAll(async () => {
  await createWorld(app, admin);
});

afterEach(() => expect(takeTrouble()).toEqual([]));

test("the list finds a customer by part of a name and by any form of the phone", async () => {
  for (const words of ["aisyah", "012-345 6789", "+60123456789", "0123456789", "aisyah.rahman@example.com"]) {
    await page.goto(`${base}/customers`);
    await page.getByRole("searchbox").fill(words);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?q=/);
    await page.getByRole("link", { name: NAME }).waitFor();
  }
});

test("the palette opens with Ctrl+K, finds customer and order, and leads there", async () => {
  await page.goto(base);
  await isInteractive(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByPlaceholder("Search customers, orders, or go to a page").fill("727");
  await palette.getByRole("option", { name: /727/ }).first().waitFor();
  await palette.getByPlaceholder("Search customers, orders, or go to a page").fill("aisyah");
  await palette
    .getByRole("option", { name: new RegExp(NAME) })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
});

test("theme and language are chosen once and are there at the next opening, from the first paint on", async () => {
  await page.goto(base);
  await isInteractive(page);
  const choose = async (menu: RegExp, name: string) => {
    await page.getByRole("button", { name: menu }).first().click();
    const saved = page.waitForResponse((answer) => answer.url().includes("/account/preferences"));
    await page.getByRole("menuitemradio", { name, exact: true }).click();
    await saved;
    await page.keyboard.press("Escape");
  };
  await choose(/^Your account/, "Dark");
  await choose(/^Your account/, "Bahasa Melayu");
  await page.waitForFunction(() => document.documentElement.lang === "ms");
  // The server's HTML itself carries both: nothing is left to be switched by a script.
  const html = await (await admin.ask(base)).text();
  expect(html).toMatch(/<html lang="ms" class="dark"/);
  await page.reload();
  expect(await lookOf(page)).toEqual({ language: "ms", theme: "dark" });
  await app.database.owner.query("UPDATE users SET language = 'en', theme = 'light' WHERE id = $1", [
    admin.userId,
  ]);
});

test("[5.4] [2.2d] the log tells why a delivery was not applied, and replays it on request", async () => {
  const shop = await connectShop(app, admin, { shopAddress: "kedai-lain.my" });
  await shop.deliver("order.created", { id: 900, status: { not: "a word" } });
  await vi.waitFor(
    async () => {
      const found = await app.database.owner.query(
        "SELECT outcome FROM deliveries WHERE connection_id = $1",
        [shop.connectionId],
      );
      expect(found.rows).toEqual([{ outcome: "needs_attention" }]);
    },
    { timeout: 20_000, interval: 100 },
  );
  await page.goto(`${base}/connections/deliveries?outcome=needs_attention`);
  await page.getByRole("link", { name: "Order 900" }).click();
  await page.getByRole("heading", { name: "What the shop sent" }).waitFor();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await page.getByText(/Replayed\. The outcome now:/).waitFor();
  const found = await app.database.owner.query(
    "SELECT actor_id FROM audit_log WHERE org_id = $1 AND action = 'delivery.replayed'",
    [admin.orgId],
  );
  expect(found.rows).toEqual([{ actor_id: admin.userId }]);
});
