import { readFile } from "node:fs/promises";
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

test("the columns that are chosen are the file's; all columns hold own fields and consents too", async () => {
  await app.database.owner.query(
    `INSERT INTO custom_fields (org_id, id, key, name, type, position)
     VALUES ($1, gen_random_uuid(), 'shirt', 'Shirt size', 'text', 0)`,
    [admin.orgId],
  );
  await page.goto(`${base}/customers`);
  await isInteractive(page);
  await page.getByRole("button", { name: "View", exact: true }).click();
  const options = page.getByRole("dialog", { name: "View options" });
  for (const [name, isShown] of [
    ["Shirt size", true],
    ["Email", false],
  ] as const) {
    const box = options.getByLabel(name, { exact: true });
    await box.click();
    await expect.poll(() => box.isChecked()).toBe(isShown);
  }
  await page.keyboard.press("Escape");
  await options.waitFor({ state: "detached" });
  const headerOf = async (which: "first" | "last") => {
    await page.getByRole("button", { name: "Export" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "CSV" })[which]().click();
    const text = await readFile(await (await coming).path(), "utf8");
    return text.replace("\uFEFF", "").split("\r\n", 1)[0];
  };
  expect(await headerOf("first")).toBe(
    "Name,Phone,Orders,Currency,Spent after refunds,Last order (Asia/Kuala_Lumpur),Shirt size",
  );
  const all = await headerOf("last");
  for (const name of ["Email", "Shirt size", "Email marketing", "WhatsApp marketing", "SMS marketing"]) {
    expect(all).toContain(name);
  }
});

test("a name and a tag are changed where they stand in the list; what is refused goes back, with the reason", async () => {
  await app.database.owner.query(
    `INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, gen_random_uuid(), 'Wholesale', 'wholesale', 'teal')`,
    [admin.orgId],
  );
  await page.goto(`${base}/customers?columns=tags`);
  await isInteractive(page);
  const row = page.getByRole("row", { name: new RegExp(NAME) });
  await row.hover();
  await row.getByRole("button", { name: `Edit Name ${NAME}` }).click();
  const field = page.getByRole("textbox", { name: "Name" });
  await field.fill("x".repeat(400));
  await page.keyboard.press("Enter");
  await page.getByText(/^Use at most/).waitFor();
  await row.getByRole("link", { name: NAME }).waitFor();
  expect(takeTrouble()).toEqual([expect.stringContaining("422")]);
  await row.hover();
  await row.getByRole("button", { name: /^Edit Tags/ }).click();
  const tagged = page.waitForResponse((answer) => answer.url().includes("/edit"));
  await page.getByRole("checkbox", { name: "Wholesale" }).click();
  await tagged;
  await page.keyboard.press("Escape");
  await row.getByText("Wholesale").waitFor();
  await row.hover();
  await row.getByRole("button", { name: `Edit Name ${NAME}` }).click();
  await field.fill("Nur Aisyah Rahman");
  const saved = page.waitForResponse((answer) => answer.url().includes("/edit"));
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Nur Aisyah Rahman" }).waitFor();
  await saved;
  await page.reload();
  const changed = page.getByRole("row", { name: /Nur Aisyah Rahman/ });
  await changed.getByText("Wholesale").waitFor();
});
