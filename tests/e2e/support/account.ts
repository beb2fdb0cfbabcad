import { expect } from "vitest";
import * as z from "zod";
import { createAccountsContext, signUpAndVerify, signUpInput } from "../../factories/accounts-context";
import type { BuiltApp } from "../../setup/built-app";
import type { WatchedPage } from "./watched-page";

/** Somebody with a verified email and a password, who owns an organization. */
export type Account = { email: string; password: string; slug: string };

let made = 0;

export async function createAccount(app: BuiltApp): Promise<Account> {
  made += 1;
  const input = signUpInput({ email: `aisyah${made}@kedaikopi.my`, organization: `Kedai Kopi ${made}` });
  await signUpAndVerify(createAccountsContext(app.database.url), input);
  return { email: input.email, password: input.password, slug: `kedai-kopi-${made}` };
}

/** Through the log-in page, as people do. */
export async function logIn(
  { page }: WatchedPage,
  { email, password }: Omit<Account, "slug">,
): Promise<void> {
  await page.goto("/log-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.waitForURL(/\/o\/[^/]+$/);
}

const mailboxSchema = z.object({ mails: z.array(z.object({ to: z.string(), text: z.string() })) });

/** The link to a page of the newest mail to somebody that has one. Mails are sent after the answer, so it waits. */
export async function linkMailedTo(app: BuiltApp, to: string, path: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${app.url}/dev/mailbox.json`);
        const { mails } = mailboxSchema.parse(await answer.json());
        const links = mails
          .filter((mail) => mail.to === to)
          .flatMap(({ text }) => text.match(/https?:\S+/g) ?? []);
        found = links.find((link) => new URL(link).pathname === path);
        return found;
      },
      { timeout: 10_000 },
    )
    .toBeDefined();
  return found ?? "";
}
