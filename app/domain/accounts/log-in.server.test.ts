import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  clearAccounts,
  createAccountsContext,
  signUpAndVerify,
  signUpInput,
  type TestAccounts,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findAccountBySession } from "./account-queries.server";
import type { StartedSession } from "./accounts-context";
import { logIn } from "./log-in.server";
import { logOut } from "./log-out.server";
import { signUp } from "./sign-up.server";

const input = signUpInput();
const { email, password } = input;

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;

afterEach(() => ctx.settle());

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
});

const elsewhere = (ip: string) => ({ ...ctx, visit: { ...ctx.visit, ip } });

async function start(as = ctx as Parameters<typeof logIn>[0]): Promise<StartedSession> {
  const outcome = await logIn(as, { email, password });
  if (outcome.outcome !== "started") throw new Error("no session");
  return outcome.session;
}

describe("log-in", () => {
  test("[3.3b] [1.4a] [1.4b] [1.4c] starts a session of eight hours, with its place, browser and time", async () => {
    await signUpAndVerify(ctx, input);
    const session = await start();
    const [row] = await rows("select * from sessions");
    expect(row).toMatchObject({
      id: session.sessionId,
      user_id: session.userId,
      ip: "203.0.113.7",
      user_agent: "Test browser",
      city: "Ipoh",
      country: "MY",
      ended_at: null,
    });
    expect(Number(row?.expires_at) - Number(row?.created_at)).toBe(8 * 3_600_000);
    expect(session.expiresAt.getTime()).toBe(Number(row?.expires_at));
  });

  test("knows who the session belongs to while it is alive", async () => {
    await signUpAndVerify(ctx, input);
    const { sessionId } = await start();
    expect(await findAccountBySession(ctx, sessionId)).toMatchObject({
      email,
      name: input.name,
      organizations: [{ slug: "kedai-kopi-pagi", name: input.organization }],
    });
    await rows("update sessions set expires_at = now()");
    expect(await findAccountBySession(ctx, sessionId)).toBeNull();
  });

  test("[2.2a] says the same for an unknown email and a wrong password, and starts nothing", async () => {
    await signUpAndVerify(ctx, input);
    const wrong = await refusal(() => logIn(ctx, { email, password: "wrong password" }));
    const unknown = await refusal(() => logIn(ctx, { email: "nobody@example.com", password }));
    expect(wrong).toEqual({ code: "invalid", messageKey: "errors:accounts.logInFailed" });
    expect(unknown).toEqual(wrong);
    expect(await rows("select 1 from sessions")).toEqual([]);
  });

  test("[2.2a] refuses unknown emails, wrong passwords and too many tries no sooner than the same moment", async () => {
    await signUpAndVerify(ctx, input);
    const evenly = { ...ctx, answerAfterMs: 300 };
    const tries = [
      { email, password: "wrong password" },
      { email: "nobody@example.com", password },
    ];
    const times = await Promise.all(tries.map((one) => timeUntilRefused(() => logIn(evenly, one))));
    const limits = { ...ctx.ports.limits, take: async () => ({ allowed: false, retryAfterSeconds: 60 }) };
    const limited = { ...evenly, ports: { ...ctx.ports, limits } };
    times.push(await timeUntilRefused(() => logIn(limited, { email, password })));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(295);
  });

  test("keeps nobody waiting who gets in", async () => {
    await signUpAndVerify(ctx, input);
    await start({ ...ctx, answerAfterMs: 600_000 });
  });

  test("[3.3d] starts nothing before the email is verified, and mails a new link to who knows the password", async () => {
    await signUp(ctx, input);
    await ctx.settle();
    expect(await logIn(ctx, { email, password })).toEqual({ outcome: "unverified" });
    await ctx.settle();
    expect(await rows("select 1 from sessions")).toEqual([]);
    expect(ctx.sent.map((mail) => mail.subject)).toEqual([
      "Verify your email for OruCRM",
      "Verify your email for OruCRM",
    ]);
    await expect(logIn(ctx, { email, password: "wrong password" })).rejects.toMatchObject({
      code: "invalid",
    });
    await ctx.settle();
    expect(ctx.sent).toHaveLength(2);
  });

  test("[3.2a] hashes the password anew when the cost has risen, for whoever knows it, and only then", async () => {
    await signUpAndVerify(ctx, input);
    const hash = async () => (await rows("select password_hash as hash from users"))[0]?.hash;
    const enter = async (bcryptCost: number, typed = password) => {
      await logIn({ ...ctx, bcryptCost }, { email, password: typed }).catch(() => undefined);
      await ctx.settle();
      return hash();
    };
    const first = await hash();
    expect(first).toMatch(/^\$2b\$04\$/);
    expect(await enter(4)).toBe(first);
    expect(await enter(5, "wrong password")).toBe(first);
    const raised = await enter(5);
    expect(raised).toMatch(/^\$2b\$05\$/);
    // Neither the same setting nor a lower one makes another.
    expect(await enter(5)).toBe(raised);
    expect(await enter(4)).toBe(raised);
    await start();
  });

  test("is written into the audit log of each organization", async () => {
    await signUpAndVerify(ctx, input);
    const { sessionId } = await start();
    await logOut(ctx, sessionId);
    expect(await rows("select action, facts from audit_log where seq > 2 order by seq")).toEqual([
      { action: "session.started", facts: {} },
      { action: "session.ended", facts: { reason: "logged_out" } },
    ]);
  });
});

describe("log-out", () => {
  test("[2.2a] ends the session for every copy of its token, once", async () => {
    await signUpAndVerify(ctx, input);
    const mine = await start();
    const other = await start();
    await logOut(ctx, mine.sessionId);
    await logOut(ctx, mine.sessionId);
    await ctx.settle();
    expect(ctx.closed).toEqual([mine.sessionId]);
    expect(await findAccountBySession(ctx, mine.sessionId)).toBeNull();
    expect(await findAccountBySession(ctx, other.sessionId)).not.toBeNull();
    expect(await rows("select 1 from audit_log where action = 'session.ended'")).toHaveLength(1);
  });
});

describe("log-in limits", () => {
  const guess = (as = ctx as Parameters<typeof logIn>[0]) =>
    logIn(as, { email, password: "a wrong guess" }).catch((error: { code: string }) => error.code);

  test("[2.2a] slow guesses at one account down, from whatever address", async () => {
    await signUpAndVerify(ctx, input);
    const answers: unknown[] = [];
    for (let i = 0; i < 12; i++) answers.push(await guess(elsewhere(`198.51.100.${i}`)));
    expect(answers).toEqual([...Array(8).fill("invalid"), ...Array(4).fill("too_many")]);
  });

  test("[2.2a] treat an unknown email just like a known one", async () => {
    const answers: unknown[] = [];
    for (let i = 0; i < 9; i++) answers.push(await guess());
    expect(answers).toEqual([...Array(8).fill("invalid"), "too_many"]);
  });

  test("let the owner in from an address they have used, whatever strangers do", async () => {
    await signUpAndVerify(ctx, input);
    await start();
    for (let i = 0; i < 12; i++) await guess(elsewhere(`198.51.100.${i}`));
    await expect(start(elsewhere("198.51.100.99"))).rejects.toMatchObject({ code: "too_many" });
    await start();
  });

  test("never last for ever: the longest wait is a quarter of an hour", async () => {
    await signUpAndVerify(ctx, input);
    for (let i = 0; i < 60; i++) {
      await guess(elsewhere(`198.51.100.${i}`));
      ctx.wait(60);
    }
    ctx.wait(900);
    await start(elsewhere("198.51.100.99"));
  });

  test("start over after the right password", async () => {
    await signUpAndVerify(ctx, input);
    for (let i = 0; i < 7; i++) await guess();
    await start();
    await ctx.settle();
    for (let i = 0; i < 7; i++) expect(await guess()).toBe("invalid");
  });

  test("[2.2a] refuse when the limits cannot be asked", async () => {
    await signUpAndVerify(ctx, input);
    const limits = { ...ctx.ports.limits, take: async () => ({ allowed: false, retryAfterSeconds: 60 }) };
    await expect(start({ ...ctx, ports: { ...ctx.ports, limits } })).rejects.toMatchObject({
      code: "too_many",
    });
  });
});

async function timeUntilRefused(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await expect(work()).rejects.toMatchObject({ code: expect.any(String) });
  return performance.now() - startedAt;
}

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && "code" in error && "messageKey" in error) {
      return { code: error.code, messageKey: error.messageKey };
    }
    throw error;
  }
  return "no refusal";
}
