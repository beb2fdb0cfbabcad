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
import { changePassword } from "./change-password.server";
import { logIn } from "./log-in.server";

const input = signUpInput();
const { email, password } = input;
const newPassword = "nasi lemak sambal lebih";

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;

afterEach(() => ctx.settle());

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUpAndVerify(ctx, input);
});

async function start(as = password): Promise<StartedSession> {
  const outcome = await logIn(ctx, { email, password: as });
  if (outcome.outcome !== "started") throw new Error("no session");
  return outcome.session;
}

const isAlive = async (session: StartedSession) =>
  (await findAccountBySession(ctx, session.sessionId)) !== null;

describe("password change", () => {
  test("[3.3c] ends every session at once and gives the acting browser a new one", async () => {
    const mine = await start();
    const phone = await start();
    const renewed = await changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword });
    expect([await isAlive(mine), await isAlive(phone), await isAlive(renewed)]).toEqual([false, false, true]);
    expect(renewed.sessionId).not.toBe(mine.sessionId);
    const ended = await rows("select end_reason from sessions where ended_at is not null");
    expect(ended).toEqual([{ end_reason: "password_changed" }, { end_reason: "password_changed" }]);
    await ctx.settle();
    expect(ctx.closed.sort()).toEqual([mine.sessionId, phone.sessionId].sort());
  });

  test("[3.3c] leaves the user's sessions of an organization no way in, while others' go on", async () => {
    const mine = await start();
    const other = signUpInput({ email: "other@example.com", organization: "Another Shop" });
    await signUpAndVerify(ctx, other);
    const others = await logIn(ctx, { email: other.email, password: other.password });
    await changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword });
    await expect(rows("select enter($1, 'kedai-kopi-pagi')", [mine.sessionId])).rejects.toMatchObject({
      code: "OR401",
    });
    expect(others.outcome === "started" && (await isAlive(others.session))).toBe(true);
  });

  test("takes the new password from then on, and the old one no more", async () => {
    const mine = await start();
    await changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword });
    await start(newPassword);
    await expect(start(password)).rejects.toMatchObject({ code: "invalid" });
  });

  test("tells the user by mail and writes it into the audit log", async () => {
    const mine = await start();
    await changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword });
    await ctx.settle();
    expect(ctx.sent.at(-1)).toMatchObject({ to: email, subject: "Your OruCRM password was changed" });
    const [last] = await rows("select action, facts from audit_log order by seq desc limit 1");
    expect(last).toEqual({ action: "password.changed", facts: {} });
  });

  test.each([
    [
      { currentPassword: "wrong password", newPassword },
      "currentPassword",
      "errors:accounts.currentPasswordWrong",
    ],
    [{ currentPassword: password, newPassword: password }, "newPassword", "auth:errors.passwordSame"],
    [
      { currentPassword: password, newPassword: "password123" },
      "newPassword",
      "errors:accounts.passwordCommon",
    ],
    [
      { currentPassword: password, newPassword: "KedaiKopi2026" },
      "newPassword",
      "errors:accounts.passwordLikeEmail",
    ],
  ])("refuses beside the field and changes nothing (%#)", async (change, field, message) => {
    const mine = await start();
    const phone = await start();
    await expect(changePassword(ctx, mine.sessionId, change)).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: message },
    });
    expect([await isAlive(mine), await isAlive(phone)]).toEqual([true, true]);
    await start(password);
  });

  test("is refused to a session that is over", async () => {
    const mine = await start();
    await rows("update sessions set ended_at = now()");
    await expect(
      changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    await start(password);
  });

  test("lets one of two changes at once win, with one session left", async () => {
    const mine = await start();
    const changes = [newPassword, "roti canai kosong dua"].map((next) =>
      changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword: next }),
    );
    const outcomes = (await Promise.allSettled(changes)).map((one) => one.status);
    expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rows("select 1 from sessions where ended_at is null")).toHaveLength(1);
  });

  test("[2.2a] slows down guessing at the present password in a borrowed browser", async () => {
    const mine = await start();
    const guess = () => changePassword(ctx, mine.sessionId, { currentPassword: "wrong guess", newPassword });
    for (let i = 0; i < 5; i++) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "too_many" });
  });

  test("starts counting anew after a change", async () => {
    let session = await start();
    let current = password;
    for (let i = 0; i < 7; i++) {
      const next = `roti canai number ${i}`;
      session = await changePassword(ctx, session.sessionId, { currentPassword: current, newPassword: next });
      await ctx.settle();
      current = next;
    }
    expect(await isAlive(session)).toBe(true);
  });

  test("gives no session to a log-in that compared the old password", async () => {
    const mine = await start();
    const [user] = await rows("select id, password_hash from users");
    await changePassword(ctx, mine.sessionId, { currentPassword: password, newPassword });
    const [late] = await rows("select session_start($1, $2, gen_random_uuid(), '{}') as answer", [
      user?.id,
      user?.password_hash,
    ]);
    expect(late?.answer).toBeNull();
  });
});
