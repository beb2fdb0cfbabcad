import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { createAccount, linkMailedTo, logIn } from "../support/account";
import { isInteractive, openPage, type WatchedPage } from "../support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const first = await openPage(browser, app);
const second = await openPage(browser, app);

// Leaves first: a page that is open would go on knocking for what is new.
beforeEach(async () => {
  for (const { page, context } of [first, second]) {
    await page.goto("about:blank");
    await context.clearCookies();
  }
});
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
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL(/settings\/security/);
  await page.locator("#email input[name=email]").waitFor();
  expect(await page.locator("#email input[name=email]").inputValue()).toBe("baharu@kedai.my");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText(/a link is on its way/).waitFor();
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

test("[3.3a] whoever is invited joins by the mailed link, as what was chosen; another role counts at the next request", async () => {
  const account = await createAccount(app);
  await logIn(first, account);
  const { page } = first;
  await page.goto(`/o/${account.slug}/settings/members/invite`);
  await isInteractive(page);
  await page.getByLabel("Email").fill("cikgu@kedai.my");
  await page.getByLabel("Role").selectOption("viewer");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("The invitation is on its way.").waitFor();

  await second.page.goto(await linkMailedTo(app, "cikgu@kedai.my", "/invitation"));
  await isInteractive(second.page);
  await second.page.getByLabel("Your name").fill("Cikgu Ros");
  await second.page.getByLabel("Password", { exact: true }).fill("sambal garing pedas");
  await second.page.getByLabel("I am 18 or over.").check();
  await second.page.getByLabel(/I have read the privacy policy/).check();
  await second.page.getByRole("button", { name: "Open the account and join" }).click();
  await second.page.waitForURL(/\/log-in/);
  await second.page.getByLabel("Email").fill("cikgu@kedai.my");
  await second.page.getByLabel("Password", { exact: true }).fill("sambal garing pedas");
  await second.page.getByRole("button", { name: "Log in", exact: true }).click();
  await second.page.waitForURL(new RegExp(`/o/${account.slug}$`));
  const statusOfForm = async () =>
    (await second.page.goto(`/o/${account.slug}/customers/new`, { waitUntil: "load" }))?.status();
  expect(await statusOfForm()).toBe(403);

  await page.goto(`/o/${account.slug}/settings/members`);
  await page.getByRole("link", { name: "Cikgu Ros" }).click();
  await isInteractive(page);
  await page.getByLabel("Role").selectOption("manager");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Saved.").waitFor();
  expect(await statusOfForm()).toBe(200);
  // The browser writes the first refusal's status down.
  second.takeTrouble();
});

test("[3.3c] a forgotten password is set anew by a mailed link, and everybody who was logged in is out", async () => {
  const account = await createAccount(app);
  const { page } = first;
  await logIn(second, account);
  await second.page.goto("about:blank");
  await page.goto("/forgot-password");
  await isInteractive(page);
  await page.getByLabel("Email").fill(account.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();

  await setNewPassword(first, await linkMailedTo(app, account.email, "/new-password"));
  await page.getByText(/Your new password is set/).waitFor();
  await second.page.goto(`/o/${account.slug}/customers`);
  await second.page.waitForURL(/\/log-in/);
  await logIn(first, { ...account, password: NEW_PASSWORD });
});

test("a new email is confirmed from its own mailbox; the old one is told, and takes the account back", async () => {
  const account = await createAccount(app);
  await logIn(first, account);
  const { page } = first;
  await page.goto(`/o/${account.slug}/settings/security`);
  await isInteractive(page);
  await page.locator("#email input[name=email]").fill("lain@kedai.my");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText(/a link is on its way/).waitFor();
  await page.goto(await linkMailedTo(app, "lain@kedai.my", "/confirm-email"));
  await page.getByRole("button", { name: "Use the new email" }).click();
  await page.getByText("Your email is changed").waitFor();
  await logIn(second, { ...account, email: "lain@kedai.my" });
  await second.page.goto("about:blank");

  await page.goto(await linkMailedTo(app, account.email, "/undo-email"));
  await page.getByRole("button", { name: "Give it back to me" }).click();
  await page.waitForURL(/\/new-password/);
  await setNewPassword(first, page.url());
  await second.page.goto(`/o/${account.slug}/customers`);
  await second.page.waitForURL(/\/log-in/);
  await logIn(first, { ...account, password: NEW_PASSWORD });
});

const NEW_PASSWORD = "kopi o kosong panas";

async function setNewPassword({ page }: WatchedPage, link: string): Promise<void> {
  await page.goto(link);
  await isInteractive(page);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await page.waitForURL(/\/log-in/);
}
