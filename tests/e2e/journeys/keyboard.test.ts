import { afterEach, beforeAll, expect, test } from "vitest";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { joinApp } from "../support/app-member";
import { createWorld } from "../support/app-world";
import { isInteractive, openPage } from "../support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const admin = await joinApp(app);
const { page, takeTrouble } = await openPage(browser, app, { member: admin });
const { keyboard } = page;
const base = `/o/${admin.slug}`;

beforeAll(async () => {
  await createWorld(app, admin);
});

afterEach(() => expect(takeTrouble()).toEqual([]));

test("from the dashboard to a customer and back without a mouse", async () => {
  await page.goto(base);
  await isInteractive(page);
  await keyboard.press("g");
  await keyboard.press("c");
  await page.waitForURL(`**${base}/customers`);
  await page.getByRole("link", { name: "Nur Aisyah binti Rahman" }).waitFor();
  await keyboard.press("j");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  expect(await focused()).toContain("Nur Aisyah");
  await keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Nur Aisyah binti Rahman" }).waitFor();
  await keyboard.press("g");
  await keyboard.press("o");
  await page.waitForURL(`**${base}/orders`);
});

test("the first Tab offers to skip the navigation, and the focus can be seen", async () => {
  await page.goto(`${base}/customers`);
  await isInteractive(page);
  await keyboard.press("Tab");
  const skip = page.locator(":focus");
  expect(await skip.textContent()).toBe("Skip to the content");
  expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe("none");
  await keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#content");
});

test("/ goes to the page's search, ? lists the keys, Escape closes them", async () => {
  await page.goto(`${base}/orders`);
  await isInteractive(page);
  await keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("an order is entered by keys: a product of the catalogue, and a line of one's own words", async () => {
  await page.goto(`${base}/orders/new`);
  await isInteractive(page);
  const items = page.getByLabel("Item", { exact: true });
  const amounts = page.getByLabel("Amount", { exact: true });
  await items.fill("samb");
  await page.getByRole("option", { name: "Sambal" }).waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect.poll(() => amounts.inputValue()).toBe("19.90");
  expect(await items.inputValue()).toBe("Sambal");
  await page.getByRole("button", { name: "Add an item" }).press("Enter");
  await items.nth(1).fill("Gift wrap");
  await amounts.nth(1).fill("2.10");
  await page.getByLabel("Discount").fill("2");
  await page.getByRole("button", { name: "Enter the order" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Order M-1" }).waitFor();
  expect(await page.getByText("RM 20.00").count()).toBeGreaterThan(0);
});

test("items are changed by keys: Escape closes the list, then the dialog", async () => {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Edit items" }).press("Enter");
  const item = dialog.getByLabel("Item", { exact: true }).first();
  await item.fill("samb");
  await page.getByRole("option", { name: "Sambal" }).waitFor();
  await keyboard.press("Escape");
  await page.getByRole("option", { name: "Sambal" }).waitFor({ state: "detached" });
  expect(await item.inputValue()).toBe("samb");
  await dialog.getByLabel("Amount", { exact: true }).first().fill("9.90");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("RM 10.00").first().waitFor();
  await page.getByRole("button", { name: "Edit items" }).press("Enter");
  await item.waitFor();
  await keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});
