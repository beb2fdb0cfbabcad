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
import { changePassword } from "../accounts/change-password.server";
import { logIn } from "../accounts/log-in.server";
import { type FirstStep, logInByFactor } from "./log-in-by-factor.server";

const database = await createTestDatabase();
const NOON = new Date("2026-03-02T04:00:10Z");
let clock = NOON;
let ctx: TestFactors;
let account: Awaited<ReturnType<typeof startAccount>>;

// What runs after an answer must not meet the next test's empty tables.
afterEach(() => ctx.settle());

beforeEach(async () => {
  await clearAccounts(database.owner);
  clock = NOON;
  ctx = createFactorsContext(database.url, { now: () => clock });
  account = await startAccount(ctx, "aisyah@kedai.my");
});

async function firstStep(): Promise<FirstStep> {
  const outcome = await logIn(ctx, { email: account.email, password: account.password });
  if (outcome.outcome !== "second-step") throw new Error("no second step was asked for");
  return { userId: outcome.userId, fingerprint: outcome.fingerprint, token: randomUUID() };
}
const secondStep = (first: FirstStep, code: string) => logInByFactor(ctx, first, { method: "code", code });
const sessions = async () =>
  (await database.owner.query("select id from sessions where ended_at is null")).rows.length;
const audited = async (action: string) =>
  (await database.owner.query("select facts from audit_log where action = $1 order by seq", [action])).rows;

describe("with an authenticator app", () => {
  test("[2.2a] the right password alone starts no session", async () => {
    await switchTotpOn(ctx, account.session.sessionId);
    const before = await sessions();
    await firstStep();
    expect(await sessions()).toBe(before);
  });

  test("its code starts a new session", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const session = await secondStep(await firstStep(), codeAt(secret, clock));
    expect(await findAccountBySession(ctx, session.sessionId)).toMatchObject({ email: account.email });
    expect(await audited("session.started")).toEqual([{ facts: {} }, { facts: { by: "totp" } }]);
  });

  test("its code opens the account with clocks one step apart, either way, and not two", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const codeOf = (steps: number) => codeAt(secret, new Date(clock.getTime() + steps * 30_000));
    for (const apart of [-2, 2]) {
      await expect(secondStep(await firstStep(), codeOf(apart))).rejects.toMatchObject({
        fields: { code: "errors:factors.codeWrong" },
      });
    }
    // In this order: no step counts that is older than one that was used.
    for (const apart of [-1, 1]) {
      const session = await secondStep(await firstStep(), codeOf(apart));
      expect(session.userId).toBe(account.session.userId);
    }
  });

  test("a code is taken once, also by another log-in at the same moment", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const code = codeAt(secret, clock);
    const firsts = [await firstStep(), await firstStep(), await firstStep()];
    const results = await Promise.allSettled(firsts.map((first) => secondStep(first, code)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(secondStep(await firstStep(), code)).rejects.toMatchObject({
      fields: { code: "errors:factors.codeWrong" },
    });
  });

  test("[2.2a] a wrong code is refused no sooner than at the moment that all refusals share", async () => {
    await switchTotpOn(ctx, account.session.sessionId);
    const first = await firstStep();
    const startedAt = performance.now();
    const given = { method: "code" as const, code: "000000" };
    await expect(logInByFactor({ ...ctx, answerAfterMs: 200 }, first, given)).rejects.toMatchObject({
      code: "invalid",
    });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(195);
  });

  test("the first step leads to one session, not to two", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const first = await firstStep();
    await secondStep(first, codeAt(secret, clock));
    clock = new Date(clock.getTime() + 30_000);
    await expect(secondStep(first, codeAt(secret, clock))).rejects.toMatchObject({ code: "invalid" });
  });

  test("a password changed between the steps ends the log-in", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const first = await firstStep();
    await changePassword(ctx, account.session.sessionId, {
      currentPassword: account.password,
      newPassword: "kopi o kosong panas",
    });
    await expect(secondStep(first, codeAt(secret, clock))).rejects.toMatchObject({
      messageKey: "errors:factors.startOver",
    });
  });

  test("another person's code and codes opens nothing", async () => {
    const other = await startAccount(ctx, "other@kedai.my");
    await switchTotpOn(ctx, account.session.sessionId);
    const { secret, codes } = await switchTotpOn(ctx, other.session.sessionId);
    const first = await firstStep();
    for (const code of [codeAt(secret, clock), codes?.[0] ?? ""])
      await expect(secondStep(first, code)).rejects.toMatchObject({ code: "invalid" });
  });

  test("guesses are slowed down after five, wherever they come from", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const first = await firstStep();
    const right = codeAt(secret, clock);
    const wrong = right === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i++)
      await expect(
        logInByFactor({ ...ctx, visit: { ...ctx.visit, ip: `198.51.100.${i}` } }, first, {
          method: "code",
          code: wrong,
        }),
      ).rejects.toMatchObject({ code: "invalid" });
    await expect(secondStep(first, right)).rejects.toMatchObject({ code: "too_many" });
    ctx.wait(15 * 60);
    await secondStep(first, right);
  });

  test("the secret is kept sealed", async () => {
    const { secret } = await switchTotpOn(ctx, account.session.sessionId);
    const { rows } = await database.owner.query("select sealed from totp_factors");
    expect(rows[0]?.sealed).toMatch(/^sealed\.1\./);
    expect(rows[0]?.sealed).not.toContain(Buffer.from(secret).toString("base64"));
  });
});

describe("a recovery code", () => {
  test("opens the account once, however it is typed, and the user is told", async () => {
    const { codes } = await switchTotpOn(ctx, account.session.sessionId);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const typed = codes?.[3]?.toLowerCase().replaceAll("-", " ") ?? "";
    await secondStep(await firstStep(), typed);
    await ctx.settle();
    expect(ctx.sent.at(-1)).toMatchObject({
      to: account.email,
      subject: "A recovery code of your OruCRM account was used",
    });
    expect(ctx.sent.at(-1)?.text).toContain("Codes left: 9.");
    await expect(secondStep(await firstStep(), typed)).rejects.toMatchObject({ code: "invalid" });
  });

  test("is kept as a hash that differs between users", async () => {
    const { codes } = await switchTotpOn(ctx, account.session.sessionId);
    const { rows } = await database.owner.query("select code_hash from recovery_codes");
    expect(rows.every(({ code_hash }) => /^[0-9a-f]{64}$/.test(code_hash))).toBe(true);
    expect(codes?.some((code) => JSON.stringify(rows).includes(code))).toBe(false);
  });
});

describe("with a passkey as the second factor", () => {
  const challenge = () => Buffer.from(randomUUID()).toString("base64url");

  test("its answer starts a session, and the same answer no second one", async () => {
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    const given = challenge();
    const answer = { method: "passkey" as const, challenge: given, answer: passkey.answer(given) };
    await logInByFactor(ctx, await firstStep(), answer);
    await expect(logInByFactor(ctx, await firstStep(), answer)).rejects.toMatchObject({
      messageKey: "errors:factors.passkeyWrong",
    });
  });

  test("somebody else's passkey starts none", async () => {
    await switchPasskeyOn(ctx, account.session.sessionId);
    const other = await startAccount(ctx, "other@kedai.my");
    const { passkey } = await switchPasskeyOn(ctx, other.session.sessionId);
    const given = challenge();
    const answer = { method: "passkey" as const, challenge: given, answer: passkey.answer(given) };
    await expect(logInByFactor(ctx, await firstStep(), answer)).rejects.toMatchObject({ code: "invalid" });
  });
});
