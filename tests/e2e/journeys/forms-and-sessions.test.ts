import { afterEach, describe, expect, test } from "vitest";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { createAccount, logIn } from "../support/account";
import { isInteractive, openPage } from "../support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const first = await openPage(browser, app);
const second = await openPage(browser, app);

afterEach(() => expect([...first.takeTrouble(), ...second.takeTrouble()]).toEqual([]));

describe("a form that was not filled in well", () => {
  test.each(["en", "ms"] as const)(
    "keeps what was typed and goes to the first mistake, %s",
    async (language) => {
      const { page } = first;
      await page.goto(`/sign-up?lng=${language}`);
      await isInteractive(page);
      const name = page.locator("input[name=name]");
      const email = page.locator("input[name=email]");
      await name.fill("Mak Teh");
      await email.fill("not an email");
      await page.locator("button[type=submit]").first().click();
      await page.locator("input[name=email][aria-invalid=true]").waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute("name")), { timeout: 5_000 })
        .toBe("email");
      expect([await name.inputValue(), await email.inputValue()]).toEqual(["Mak Teh", "not an email"]);
      // The error stands beside its field, in the page's language.
      const described = (await email.getAttribute("aria-describedby"))?.split(" ")[0] ?? "";
      const error = await page.locator(`[id="${described}"]`).textContent();
      expect(error).toMatch(language === "ms" ? /alamat e-mel/i : /email address/i);
    },
  );

  test("the server's own refusal stands in the same place when scripts are off", async () => {
    const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/log-in");
    await page.locator("input[name=email]").fill("nobody@kedai.my");
    await page.locator("input[name=password]").fill("wrong password");
    await page.locator("button[type=submit]").first().click();
    expect(await page.locator("main").textContent()).toMatch(/email|password/i);
    expect(await page.locator("input[name=email]").inputValue()).toBe("nobody@kedai.my");
    expect(await page.locator("input[name=password]").inputValue()).toBe("");
    await context.close();
  });
});

test("a new email is still there after the page that asks who it is, and no address bar shows it", async () => {
  const account = await createAccount(app);
  const { page } = first;
  await logIn(first, account);
  await page.goto(`/o/${account.slug}/settings/security`);
  await isInteractive(page);
  await app.database.owner.query("UPDATE sessions SET created_at = now() - interval '11 minutes'");
  await page.locator("#email input[name=email]").fill("baharu@kedai.my");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.waitForURL(/\/account\/confirm/);
  expect(decodeURIComponent(page.url())).not.toContain("baharu");
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/settings\/security/);
  expect(await page.locator("#email input[name=email]").inputValue()).toBe("baharu@kedai.my");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText(/a link is on its way/).waitFor();
  await first.context.clearCookies();
});

test("[3.3c] a password change ends the other browser's session and its live screens", async () => {
  const account = await createAccount(app);
  await logIn(first, account);
  const opened = second.page.waitForEvent("websocket");
  await logIn(second, account);
  const screen = await opened;
  await first.page.goto(`/o/${account.slug}/settings/security`);
  await first.page.getByLabel("Present password").fill(account.password);
  await first.page.getByLabel("New password").fill("kopi o kosong panas");
  await first.page.getByRole("button", { name: "Change the password" }).click();
  await first.page.getByText(/Every other session was ended/).waitFor();

  await expect.poll(() => screen.isClosed(), { timeout: 10_000 }).toBe(true);
  // This browser goes on; the other one is asked to log in at its next request.
  await first.page.goto(`/o/${account.slug}/customers`);
  expect(new URL(first.page.url()).pathname).toBe(`/o/${account.slug}/customers`);
  await second.page.goto(`/o/${account.slug}/customers`);
  await second.page.waitForURL(/\/log-in/);
});

test("[3.3b] after log-out the old cookie opens nothing", async () => {
  const account = await createAccount(app);
  await second.context.clearCookies();
  await logIn(second, account);
  const [cookie] = await second.context.cookies();
  expect(cookie?.httpOnly).toBe(true);
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(8 * 60 * 60);
  await second.page
    .getByRole("button", { name: /^Your account/ })
    .first()
    .click();
  await second.page.getByRole("menuitem", { name: "Log out" }).click();
  await second.page.getByText("You have been logged out.").waitFor();
  const headers = { Cookie: `${cookie?.name}=${cookie?.value}` };
  const answer = await fetch(`${app.url}/o/${account.slug}`, { headers, redirect: "manual" });
  expect([answer.status, answer.headers.get("Location")?.startsWith("/log-in")]).toEqual([302, true]);
});
