import { afterEach, expect, test } from "vitest";
import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { openPage } from "../support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const { page, takeTrouble } = await openPage(browser, app);

/** How soon an accepted delivery shows on an open screen; other work on the machine is allowed for. */
const LIVE_MS = 10_000;

afterEach(() => expect(takeTrouble()).toEqual([]));

test("[3.3d] whoever signs up must open the link in their mail before they can log in", async () => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Mak Teh");
  await page.getByLabel("Email").fill("makteh@kedai.my");
  await page.getByLabel("Password", { exact: true }).fill("sambal garing pedas");
  await page.getByLabel("Name of your shop or company").fill("Kedai Mak Teh");
  await page.getByLabel("I am 18 or over.").check();
  await page.getByLabel(/I have read the privacy policy/).check();
  await page.getByRole("button", { name: "Open the account" }).click();
  await page.getByText("Look into your mailbox").waitFor();

  await page.goto("/dev/mailbox");
  await page.getByRole("link", { name: /\/verify\?token=/ }).click();
  await page.getByRole("button", { name: "Verify my email" }).click();
  await page.getByText("Your email is verified").waitFor();

  await page.getByLabel("Email").fill("makteh@kedai.my");
  await page.getByLabel("Password", { exact: true }).fill("sambal garing pedas");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.waitForURL(/\/o\/kedai-mak-teh$/);
  await page.getByRole("heading", { level: 1 }).waitFor();
});

test("[2.1c] [1.3a] the first delivery turns the connection green and its order shows, without a reload", async () => {
  await page.goto("/o/kedai-mak-teh/connections/new?platform=woocommerce");
  await page.getByLabel("Name of the connection").fill("kedaimakteh.example.com");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByText("Waiting for the first delivery").first().waitFor();
  const address = await page.getByLabel("Delivery URL", { exact: true }).inputValue();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const secret = await page.getByLabel("Secret", { exact: true }).inputValue();

  const orders = await page.context().newPage();
  await orders.goto("/o/kedai-mak-teh/orders");
  await page.bringToFront();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await orders.evaluate(() => Object.assign(window, { isSamePage: true }));

  const body = wooOrderBody({ createdAt: new Date().toISOString() });
  const delivery = await wooDelivery({ topic: "order.created", secret, body });
  expect((await fetch(address, { method: "POST", ...delivery })).status).toBe(200);

  await page.getByText("The first delivery has arrived").waitFor({ timeout: LIVE_MS });
  await orders.bringToFront();
  await orders.getByRole("link", { name: /727/ }).waitFor({ timeout: LIVE_MS });
  await orders.getByText("Nur Aisyah binti Rahman").first().waitFor();
  for (const one of [page, orders]) expect(await one.evaluate(() => "isSamePage" in window)).toBe(true);
  await orders.close();
});

test("[6.1] the customer's page shows who bought, and the order", async () => {
  await page.goto("/o/kedai-mak-teh/customers");
  await page.getByRole("link", { name: "Nur Aisyah binti Rahman" }).click();
  await page.getByRole("heading", { level: 1, name: "Nur Aisyah binti Rahman" }).waitFor();
  await page.getByText("aisyah.rahman@example.com").first().waitFor();
  await page.getByText("+60 12-345 6789").first().waitFor();
  await page.getByText("RM 45.80").first().waitFor();
});
