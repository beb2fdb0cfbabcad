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
import type { Visit } from "./accounts-context";
import { endOtherSessions } from "./end-other-sessions.server";
import { endSession } from "./end-session.server";
import { logIn } from "./log-in.server";

const input = signUpInput();

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUpAndVerify(ctx, input);
  ctx.sent.length = 0;
});

afterEach(() => ctx.settle());

async function start(visit: Partial<Visit> = {}, email = input.email): Promise<string> {
  const from = { ...ctx, visit: { ...ctx.visit, ...visit } };
  const outcome = await logIn(from, { email, password: input.password });
  if (outcome.outcome !== "started") throw new Error("no session");
  await ctx.settle();
  return outcome.session.sessionId;
}

const isAlive = async (sessionId: string) => (await findAccountBySession(ctx, sessionId)) !== null;

describe("a user's sessions", () => {
  test("[1.4c] are listed with their device, place and times, this one first, and nobody else's", async () => {
    const mine = await start({ userAgent: "Phone" });
    await start({ city: null, country: null });
    const over = await start();
    await rows("update sessions set ended_at = now() where id = $1", [over]);
    const other = signUpInput({ email: "other@example.com", organization: "Another Shop" });
    await signUpAndVerify(ctx, other);
    await start({}, other.email);
    const [row] = await rows("select session_list($1) as sessions", [mine]);
    expect(row?.sessions).toMatchObject([
      { id: mine, isCurrent: true, userAgent: "Phone", city: "Ipoh", country: "MY", ip: "203.0.113.7" },
      { isCurrent: false, city: null, country: null },
    ]);
  });

  test("are not listed by a session that is over", async () => {
    const mine = await start();
    await rows("update sessions set ended_at = now()");
    expect(await rows("select session_list($1) as sessions", [mine])).toEqual([{ sessions: [] }]);
  });

  test("end one at a time, at once and with their live screens", async () => {
    const mine = await start();
    const phone = await start();
    await endSession(ctx, mine, phone);
    await ctx.settle();
    expect([await isAlive(mine), await isAlive(phone)]).toEqual([true, false]);
    expect(ctx.closed).toEqual([phone]);
    await expect(endSession(ctx, mine, phone)).rejects.toMatchObject({ code: "conflict" });
    expect(await rows("select 1 from audit_log where action = 'session.revoked'")).toHaveLength(1);
  });

  test("end all but this one", async () => {
    const [mine, phone, tablet] = [await start(), await start(), await start()];
    await endOtherSessions(ctx, mine);
    await ctx.settle();
    expect([await isAlive(mine), await isAlive(phone), await isAlive(tablet)]).toEqual([true, false, false]);
    expect(ctx.closed.sort()).toEqual([phone, tablet].sort());
    const [act] = await rows("select facts from audit_log where action = 'session.others_revoked'");
    expect(act?.facts).toEqual({ count: 2 });
  });

  test("cannot be ended by another user, nor by a session that is over", async () => {
    const mine = await start();
    const other = signUpInput({ email: "other@example.com", organization: "Another Shop" });
    await signUpAndVerify(ctx, other);
    const others = await start({}, other.email);
    await expect(endSession(ctx, others, mine)).rejects.toMatchObject({ code: "conflict" });
    await endOtherSessions(ctx, others);
    expect(await isAlive(mine)).toBe(true);
    await rows("update sessions set ended_at = now() where id = $1", [others]);
    await expect(endOtherSessions(ctx, others)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("a log-in from a new device", () => {
  const subjects = () => ctx.sent.map(({ subject }) => subject);
  const NEW = "New log-in to your OruCRM account";
  const chrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

  test("[2.2b] is mailed to the user, once for each browser and place", async () => {
    await start();
    await start();
    expect(subjects()).toEqual([]);
    await start({ userAgent: chrome, device: "Chrome / Windows / desktop" });
    expect(subjects()).toEqual([NEW]);
    expect(ctx.sent[0]?.text).toContain("Chrome on Windows, Ipoh, Malaysia, IP address 203.0.113.7");
    await start({ userAgent: chrome, device: "Chrome / Windows / desktop", ip: "203.0.113.99" });
    expect(subjects()).toEqual([NEW]);
    await start({ city: "Lagos", country: "NG" });
    expect(subjects()).toEqual([NEW, NEW]);
  });

  test("[2.2b] is a sign on the Admins' security page", async () => {
    await start();
    await start({ city: "Lagos", country: "NG" });
    expect(await rows("select kind, city from security_events")).toEqual([
      { kind: "unusual_place", city: "Lagos" },
    ]);
  });

  test("is not the first one after sign-up, and twenty devices are remembered by their hash", async () => {
    for (let i = 0; i < 22; i++) await start({ device: `device ${i}` });
    expect(subjects()).toHaveLength(21);
    const devices = await rows("select device_hash from known_devices");
    expect(devices).toHaveLength(20);
    expect(devices.every(({ device_hash }) => /^[0-9a-f]{64}$/.test(device_hash))).toBe(true);
  });
});

describe("failed log-ins", () => {
  test("[2.2b] are signs on the Admins' security page, counted by address", async () => {
    const guess = () => logIn(ctx, { email: input.email, password: "wrong" }).catch(() => null);
    for (let i = 0; i < 9; i++) await guess();
    await logIn(ctx, { email: "nobody@example.com", password: "wrong" }).catch(() => null);
    await ctx.settle();
    expect(await rows("select kind, count, ip from security_events order by kind")).toEqual([
      { kind: "login_failed", count: 8, ip: "203.0.113.7" },
      { kind: "login_limited", count: 1, ip: "203.0.113.7" },
    ]);
  });
});
