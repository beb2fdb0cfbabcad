import { beforeEach, describe, expect, test } from "vitest";
import {
  clearAccounts,
  createAccountsContext,
  signUpAndVerify,
  signUpInput,
  type TestAccounts,
  tokenMailedTo,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findAccountBySession } from "./account-queries.server";
import { logIn } from "./log-in.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { resetPassword } from "./reset-password.server";
import { signUp } from "./sign-up.server";
import { verifyEmail } from "./verify-email.server";

const input = signUpInput();
const { email, password } = input;
const newPassword = "nasi lemak sambal lebih";

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string) => (await database.owner.query(text)).rows;

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUpAndVerify(ctx, input);
  ctx.sent.length = 0;
});

async function mailedToken(): Promise<string> {
  await requestPasswordReset(ctx, { email });
  await ctx.settle();
  return tokenMailedTo(ctx, email);
}

describe("a password reset", () => {
  test("[2.2a] sets the new password by the mailed link, once", async () => {
    const token = await mailedToken();
    expect(await resetPassword(ctx, { token, newPassword })).toBe(true);
    expect(await resetPassword(ctx, { token, newPassword: "kopi ais kaw satu" })).toBe(false);
    await expect(logIn(ctx, { email, password })).rejects.toMatchObject({ code: "invalid" });
    expect((await logIn(ctx, { email, password: newPassword })).outcome).toBe("started");
    await ctx.settle();
  });

  test("[2.2a] is done by one of fifty who use the link at once", async () => {
    const token = await mailedToken();
    const got = await Promise.all(
      Array.from({ length: 50 }, () => resetPassword(ctx, { token, newPassword })),
    );
    expect(got.filter(Boolean)).toHaveLength(1);
    await ctx.settle();
  });

  test("[3.3c] ends every session at once, closes their screens and tells the user", async () => {
    const started = await logIn(ctx, { email, password });
    const sessionId = started.outcome === "started" ? started.session.sessionId : "";
    const token = await mailedToken();
    await resetPassword(ctx, { token, newPassword });
    await ctx.settle();
    expect(await findAccountBySession(ctx, sessionId)).toBeNull();
    expect(ctx.closed).toEqual([sessionId]);
    expect(ctx.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [email, "Choose a new password for OruCRM"],
      [email, "Your OruCRM password was changed"],
    ]);
    expect(await rows("select 1 from audit_log where action = 'password.reset'")).toHaveLength(1);
  });

  test("keeps only a hash of the link, which lives an hour", async () => {
    const token = await mailedToken();
    expect(JSON.stringify(await rows("select * from email_tokens"))).not.toContain(token);
    await rows("update email_tokens set expires_at = created_at + interval '1 hour'");
    const [row] = await rows(
      "select max(expires_at - created_at) <= interval '1 hour' as short from email_tokens",
    );
    expect(row).toEqual({ short: true });
    await rows("update email_tokens set expires_at = now()");
    expect(await resetPassword(ctx, { token, newPassword })).toBe(false);
  });

  test("refuses common words and those of the person, and leaves the link good", async () => {
    const token = await mailedToken();
    for (const bad of ["sunshine2024", "kedaikopipagi", "aisyah2024!"]) {
      await expect(resetPassword(ctx, { token, newPassword: bad })).rejects.toMatchObject({
        code: "invalid",
        fields: { newPassword: expect.stringContaining("errors:accounts.password") },
      });
    }
    expect(await resetPassword(ctx, { token, newPassword })).toBe(true);
  });

  test("takes no link of another purpose, and its own verifies nothing", async () => {
    const token = await mailedToken();
    expect(await verifyEmail(ctx, token)).toBe(false);
    await signUp(ctx, { ...input, email: "other@example.com" });
    await ctx.settle();
    const other = tokenMailedTo(ctx, "other@example.com");
    expect(await resetPassword(ctx, { token: other, newPassword })).toBe(false);
  });

  test("makes the other links void that could still change the account", async () => {
    const first = await mailedToken();
    const second = await mailedToken();
    expect(await resetPassword(ctx, { token: second, newPassword })).toBe(true);
    expect(await resetPassword(ctx, { token: first, newPassword })).toBe(false);
  });
});

describe("asking for a reset", () => {
  test("[2.2a] mails nothing to an unknown email, and answers the same", async () => {
    expect(await requestPasswordReset(ctx, { email: "nobody@example.com" })).toBeUndefined();
    expect(await requestPasswordReset(ctx, { email })).toBeUndefined();
    await ctx.settle();
    expect(ctx.sent.map(({ to }) => to)).toEqual([email]);
  });

  test("[2.2a] takes as long for an unknown email as for a known one", async () => {
    const evenly = { ...ctx, answerAfterMs: 400 };
    const times: number[] = [];
    for (const one of [email, "nobody@example.com"]) {
      const start = performance.now();
      await requestPasswordReset(evenly, { email: one });
      times.push(performance.now() - start);
    }
    expect(Math.min(...times)).toBeGreaterThanOrEqual(395);
    expect(Math.abs((times[0] ?? 0) - (times[1] ?? 0))).toBeLessThan(150);
  });

  test("[3.3d] verifies first where the email still waits for it", async () => {
    await signUp(ctx, { ...input, email: "waits@example.com" });
    await requestPasswordReset(ctx, { email: "waits@example.com" });
    await ctx.settle();
    expect(ctx.sent.filter(({ to }) => to === "waits@example.com").map(({ subject }) => subject)).toEqual([
      "Verify your email for OruCRM",
      "Verify your email for OruCRM",
    ]);
  });
});

describe("strangers who use up an account's attempts", () => {
  const stranger = () => ({ ...ctx, visit: { ...ctx.visit, ip: "198.51.100.9" } });

  test("[2.2a] cannot keep an owner out who proves by mail that the account is theirs", async () => {
    await rows("delete from sessions");
    for (let i = 0; i < 8; i++) await logIn(stranger(), { email, password: "wrong" }).catch(() => null);
    await expect(logIn(ctx, { email, password })).rejects.toMatchObject({ code: "too_many" });
    const token = await mailedToken();
    await resetPassword(ctx, { token, newPassword });
    await ctx.settle();
    for (let i = 0; i < 20; i++) await logIn(stranger(), { email, password: "wrong" }).catch(() => null);
    expect((await logIn(ctx, { email, password: newPassword })).outcome).toBe("started");
    await ctx.settle();
  });

  test("[2.2a] cannot make the owner's link void by asking for more", async () => {
    const owners = await mailedToken();
    for (let i = 0; i < 5; i++) await requestPasswordReset(stranger(), { email }).catch(() => null);
    await ctx.settle();
    expect(await resetPassword(ctx, { token: owners, newPassword })).toBe(true);
  });
});
