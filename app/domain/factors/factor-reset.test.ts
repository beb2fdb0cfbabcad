import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearAccounts } from "../../../tests/factories/accounts-context";
import {
  codeAt,
  createFactorsContext,
  startAccount,
  switchPasskeyOn,
  switchTotpOn,
  type TestFactors,
} from "../../../tests/factories/factors-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findAccountBySession } from "../accounts/account-queries.server";
import { logIn } from "../accounts/log-in.server";
import { beginFactorReset, isFactorResetLink } from "./begin-factor-reset.server";
import { cancelFactorReset } from "./cancel-factor-reset.server";
import { getFactors } from "./factors-queries.server";
import { finishFactorReset } from "./finish-factor-reset.server";
import { type FirstStep, logInByFactor } from "./log-in-by-factor.server";
import { requestFactorReset } from "./request-factor-reset.server";

const database = await createTestDatabase();
let ctx: TestFactors;
let account: Awaited<ReturnType<typeof startAccount>>;
let secret: Uint8Array;

// What runs after an answer must not meet the next test's empty tables.
afterEach(() => ctx.settle());

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createFactorsContext(database.url);
  account = await startAccount(ctx, "aisyah@kedai.my");
  ({ secret } = await switchTotpOn(ctx, account.session.sessionId));
  await switchPasskeyOn(ctx, account.session.sessionId);
});

async function firstStep(): Promise<FirstStep> {
  const outcome = await logIn(ctx, { email: account.email, password: account.password });
  if (outcome.outcome !== "second-step") throw new Error("no second step was asked for");
  return { userId: outcome.userId, fingerprint: outcome.fingerprint, token: randomUUID() };
}

async function mailedToken(): Promise<string> {
  await requestFactorReset(ctx, await firstStep());
  await ctx.settle();
  const mail = ctx.sent.findLast(({ subject }) => subject.startsWith("Have you lost"));
  return /factor-reset\?token=([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
}

const passHours = (hours: number) =>
  database.owner.query("update factor_resets set effective_at = effective_at - make_interval(hours => $1)", [
    hours,
  ]);
const refused = { code: "conflict", messageKey: "errors:factors.startOver" };
const finish = async () => finishFactorReset(ctx, await firstStep());

describe("whoever lost every second factor", () => {
  test("waits three days after the link, and then the password is enough to set up anew", async () => {
    const token = await mailedToken();
    await expect(finish()).rejects.toMatchObject(refused);
    expect(await isFactorResetLink(ctx, token)).toBe(true);
    const effectiveAt = await beginFactorReset(ctx, token);
    expect(Math.round(((effectiveAt?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(72);
    await passHours(71);
    await expect(finish()).rejects.toMatchObject(refused);
    await passHours(1);
    const session = await finish();
    expect(await getFactors(ctx, session.sessionId)).toMatchObject({
      hasFactor: false,
      totp: null,
      passkeys: [],
      recoveryCodesLeft: 0,
      resetAt: null,
    });
  });

  test("ends every other session when the time has come, and is told at each step", async () => {
    await beginFactorReset(ctx, await mailedToken());
    await passHours(72);
    await finish();
    await ctx.settle();
    expect(await findAccountBySession(ctx, account.session.sessionId)).toBeNull();
    expect(ctx.closed).toContain(account.session.sessionId);
    expect(ctx.sent.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        "Have you lost your second factors for OruCRM?",
        "In three days your OruCRM account opens without a second factor",
        "Your OruCRM account was opened without a second factor",
      ]),
    );
  });

  test("uses a link once, and within the hour", async () => {
    const token = await mailedToken();
    await beginFactorReset(ctx, token);
    expect(await beginFactorReset(ctx, token)).toBeNull();
    await cancelFactorReset(ctx, account.session.sessionId);
    const late = await mailedToken();
    await database.owner.query("update factor_resets set link_expires_at = now()");
    expect(await isFactorResetLink(ctx, late)).toBe(false);
    expect(await beginFactorReset(ctx, late)).toBeNull();
  });

  test("does not get there twice", async () => {
    await beginFactorReset(ctx, await mailedToken());
    await passHours(72);
    const first = await firstStep();
    await finishFactorReset(ctx, first);
    await expect(finishFactorReset(ctx, first)).rejects.toMatchObject(refused);
  });

  test("leaves a trace of each step in the audit log", async () => {
    await beginFactorReset(ctx, await mailedToken());
    await cancelFactorReset(ctx, account.session.sessionId);
    await beginFactorReset(ctx, await mailedToken());
    await passHours(72);
    await finish();
    const { rows } = await database.owner.query(
      "select action from audit_log where action like 'factor_reset.%' order by seq",
    );
    expect(rows.map(({ action }) => action.split(".")[1])).toEqual([
      ...["requested", "begun", "cancelled"],
      ...["requested", "begun", "finished"],
    ]);
  });
});

describe("a request to set up anew ends", () => {
  test("when anybody who is logged in as the user cancels it, without proving anything again", async () => {
    await beginFactorReset(ctx, await mailedToken());
    await database.owner.query("update sessions set created_at = now() - interval '1 hour'");
    expect((await getFactors(ctx, account.session.sessionId)).resetAt).not.toBeNull();
    await cancelFactorReset(ctx, account.session.sessionId);
    await passHours(72);
    await expect(finish()).rejects.toMatchObject(refused);
  });

  test("when the user logs in with a second factor", async () => {
    await beginFactorReset(ctx, await mailedToken());
    await logInByFactor(ctx, await firstStep(), { method: "code", code: codeAt(secret, ctx.now()) });
    await passHours(72);
    await expect(finish()).rejects.toMatchObject(refused);
  });

  test("but not by somebody else, nor by a session that is over", async () => {
    const other = await startAccount(ctx, "other@kedai.my");
    await beginFactorReset(ctx, await mailedToken());
    await cancelFactorReset(ctx, other.session.sessionId);
    expect((await getFactors(ctx, account.session.sessionId)).resetAt).not.toBeNull();
    await database.owner.query("update sessions set ended_at = now()");
    await expect(cancelFactorReset(ctx, account.session.sessionId)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

test("links are sent three times, and then only after a while", async () => {
  for (let i = 0; i < 3; i++) await mailedToken();
  await expect(mailedToken()).rejects.toMatchObject({ code: "too_many" });
});
