import { beforeEach, describe, expect, test } from "vitest";
import {
  clearAccounts,
  createAccountsContext,
  signUpInput,
  type TestAccounts,
  tokenMailedTo,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { resendVerification } from "./resend-verification.server";
import { signUp } from "./sign-up.server";
import { findVerification, verifyEmail } from "./verify-email.server";

const input = signUpInput();

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUp(ctx, input);
  await ctx.settle();
});

describe("email verification", () => {
  test("[3.3d] marks the email as verified by the link, once", async () => {
    const token = tokenMailedTo(ctx, input.email);
    expect(await verifyEmail(ctx, token)).toBe(true);
    expect(await verifyEmail(ctx, token)).toBe(false);
    const [user] = await rows("select email_verified_at from users");
    expect(user?.email_verified_at).toBeInstanceOf(Date);
    expect(await rows("select action from audit_log order by seq")).toEqual([
      { action: "organization.created" },
      { action: "email.verified" },
    ]);
  });

  test("is not used up by looking at it", async () => {
    const token = tokenMailedTo(ctx, input.email);
    for (let i = 0; i < 3; i++) {
      expect(await findVerification(ctx, token)).toEqual({
        email: input.email,
        organization: input.organization,
      });
    }
    expect(await verifyEmail(ctx, token)).toBe(true);
    expect(await findVerification(ctx, token)).toBeNull();
  });

  test("lets one of two clicks at once win", async () => {
    const token = tokenMailedTo(ctx, input.email);
    const results = await Promise.all([verifyEmail(ctx, token), verifyEmail(ctx, token)]);
    expect(results.sort()).toEqual([false, true]);
  });

  test("refuses a link after an hour", async () => {
    const token = tokenMailedTo(ctx, input.email);
    await rows("update email_tokens set expires_at = expires_at - interval '60 minutes'");
    expect(await findVerification(ctx, token)).toBeNull();
    expect(await verifyEmail(ctx, token)).toBe(false);
  });

  test("refuses a token that was never sent", async () => {
    expect(await verifyEmail(ctx, "A".repeat(43))).toBe(false);
  });
});

describe("another link", () => {
  test("makes the one before void", async () => {
    const first = tokenMailedTo(ctx, input.email);
    await resendVerification(ctx, { email: input.email });
    await ctx.settle();
    const second = tokenMailedTo(ctx, input.email);
    expect(second).not.toBe(first);
    expect(await verifyEmail(ctx, first)).toBe(false);
    expect(await verifyEmail(ctx, second)).toBe(true);
  });

  test("is not mailed to a stranger or a verified email, with the same answer", async () => {
    await verifyEmail(ctx, tokenMailedTo(ctx, input.email));
    const before = ctx.sent.length;
    await expect(resendVerification(ctx, { email: "stranger@example.com" })).resolves.toBeUndefined();
    await expect(resendVerification(ctx, { email: input.email })).resolves.toBeUndefined();
    await ctx.settle();
    expect(ctx.sent).toHaveLength(before);
  });

  test("is limited per email, so that nobody's inbox is filled", async () => {
    for (let i = 0; i < 3; i++) await resendVerification(ctx, { email: input.email });
    await expect(resendVerification(ctx, { email: input.email })).rejects.toMatchObject({ code: "too_many" });
    await resendVerification(ctx, { email: "stranger@example.com" });
  });
});
