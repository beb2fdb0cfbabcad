import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import { afterEach, describe, expect, test } from "vitest";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { createAccount } from "../support/account";
import { isInteractive, openPage, type WatchedPage } from "../support/watched-page";

const app = await startBuiltApp({}, "localhost");
const browser = await startBrowser();
const tab = await openPage(browser, app);
const { page, context } = tab;

await plugIn(tab);

afterEach(() => expect(tab.takeTrouble()).toEqual([]));

/** Leaves first: a page that is open would go on knocking for what is new. */
async function forgetSession(): Promise<void> {
  await page.goto("about:blank");
  await context.clearCookies();
}

/** A device in the browser that makes passkeys and unlocks itself. */
async function plugIn({ page, context }: WatchedPage): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function typePassword({ email, password }: { email: string; password: string }): Promise<void> {
  await forgetSession();
  await page.goto("/log-in");
  await isInteractive(page);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

const isInside = () => page.waitForURL(/\/o\/[^/]+$/);
const STEP_MS = 30_000;
const codeNow = (secret: Uint8Array, ahead = 0) =>
  generateHOTP(secret, BigInt(Math.floor(Date.now() / STEP_MS) + ahead), 6);

/**
 * Sends the code of this step, or of one ahead. The server takes a neighbouring
 * step as well, so what is refused is a machine that took longer than a step to
 * send it: the code of by then is sent instead.
 */
async function sendCode(label: string, button: string, codeOf: () => string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await page.getByLabel(label).fill(codeOf());
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.getByRole("button", { name: button }).click(),
    ]);
    if (answer.status() !== 422) return;
    tab.takeTrouble();
  }
}

describe("in a browser", () => {
  test("a passkey is made, opens the account without a password, and is the second step after one", async () => {
    const account = await createAccount(app);
    await typePassword(account);
    await isInside();
    await page.goto(`/o/${account.slug}/settings/security`);
    await isInteractive(page);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByLabel("Name", { exact: true }).fill("My laptop");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
    expect(await page.getByRole("dialog").getByRole("listitem").count()).toBe(10);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await page.getByText("My laptop").waitFor();

    await forgetSession();
    await page.goto("/log-in");
    await isInteractive(page);
    await page.getByRole("button", { name: "Log in with a passkey" }).click();
    await isInside();

    await typePassword(account);
    await page.waitForURL(/second-step/);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(["orucrm-step-dev"]);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await isInside();
    expect((await context.cookies()).map(({ name }) => name)).toEqual(["orucrm-dev"]);
  });

  test("an authenticator app is set up by its first code and asked for after the password", async () => {
    const account = await createAccount(app);
    await typePassword(account);
    await isInside();
    await page.goto(`/o/${account.slug}/settings/security`);
    await isInteractive(page);
    await page.getByRole("button", { name: "Set up" }).click();
    const secret = decodeBase32IgnorePadding(
      await page.getByRole("textbox", { name: "Or type this secret" }).inputValue(),
    );
    await page.getByRole("img", { name: "QR code" }).waitFor();
    await sendCode("The code that the app shows now", "Switch it on", () => codeNow(secret));
    await page.getByRole("button", { name: "I have kept them" }).click();

    await typePassword(account);
    await page.waitForURL(/second-step/);
    await page.getByLabel("Code").fill("000000");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("This code is not right").waitFor();
    // The browser writes a refusal's status down.
    expect(tab.takeTrouble()).toEqual([expect.stringContaining("status of 422")]);
    await sendCode("Code", "Go on", () => codeNow(secret, 1));
    await isInside();
  });

  test("whoever was away is asked who they are before a factor changes, and comes back", async () => {
    const account = await createAccount(app);
    await typePassword(account);
    await isInside();
    await app.database.owner.query("UPDATE sessions SET created_at = created_at - interval '11 minutes'");
    await page.goto(`/o/${account.slug}/settings/security`);
    await isInteractive(page);
    await page.getByRole("button", { name: "Set up" }).click();
    await page.waitForURL(/account\/confirm/);
    await page.getByLabel("Password", { exact: true }).fill(account.password);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.waitForURL(/settings\/security/);
    await isInteractive(page);
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByRole("img", { name: "QR code" }).waitFor();
  });

  test("where an organization asks for a second factor, nothing is shown before there is one", async () => {
    const account = await createAccount(app);
    await app.database.owner.query(
      "UPDATE organizations SET second_factor_rule = 'everybody' WHERE slug = $1",
      [account.slug],
    );
    await typePassword(account);
    await page.waitForURL(/account\/factors/);
    await isInteractive(page);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "I have kept them" }).click();
    await page.getByRole("link", { name: "Go on" }).click();
    await isInside();
  });

  test("whoever lost everything asks for a link, and sees the wait in every open session", async () => {
    const account = await createAccount(app);
    await typePassword(account);
    await isInside();
    const { cookies } = await context.storageState();
    await app.database.owner.query(
      `INSERT INTO totp_factors (user_id, id, sealed, confirmed_at)
       SELECT id, gen_random_uuid(), 'lost', now() FROM users WHERE email = $1`,
      [account.email],
    );
    await typePassword(account);
    await page.waitForURL(/second-step/);
    await isInteractive(page);
    await page.getByRole("button", { name: "Lost everything?" }).click();
    await page.getByRole("button", { name: "Send me the link" }).click();
    await page.getByText("The link is on its way").waitFor();
    await page.goto("/dev/mailbox");
    await page
      .getByRole("link", { name: /factor-reset/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Begin the three days" }).click();
    await page.getByText("The three days have begun").waitFor();

    await forgetSession();
    await context.addCookies(cookies);
    await page.goto(`/o/${account.slug}`);
    await isInteractive(page);
    await page.getByRole("button", { name: "Cancel it" }).click();
    await page.getByText("Somebody said that your second factors are lost").waitFor({ state: "detached" });
  });
});
