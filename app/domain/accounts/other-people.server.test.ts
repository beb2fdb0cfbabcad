import { randomUUID } from "node:crypto";
import type { SQL } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFactorsContext,
  startAccount,
  type TestFactors,
} from "../../../tests/factories/factors-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { updatePreferences } from "../notifications/update-preferences.server";
import { changePassword } from "./change-password.server";
import { requestEmailChange } from "./request-email-change.server";

const database = await createTestDatabase();
let ctx: TestFactors;
const VISIT = JSON.stringify({ ip: "198.51.100.1", device: "Phone", city: "Ipoh", country: "MY" });

type Account = Awaited<ReturnType<typeof startAccount>>;
let mine: Account;
let other: Account;

beforeEach(async () => {
  ctx = createFactorsContext(database.url);
  mine = await startAccount(ctx, `${randomUUID()}@kedai.my`);
  other = await startAccount(ctx, `${randomUUID()}@kedai.my`);
});
// What runs after an answer must not meet the next test's rows half-way.
afterEach(() => ctx.settle());

const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const id = ({ session }: Account) => session.userId;

/** What one of the database's functions answers. */
async function call(name: string, ...values: unknown[]) {
  const places = values.map((_, i) => `$${i + 1}`).join(", ");
  return (await rows(`SELECT ${name}(${places}) AS answer`, values))[0]?.answer;
}

/** A link's token as it is kept. */
async function addToken(account: Account, purpose: string, change = ""): Promise<string> {
  const hash = randomUUID();
  await rows(
    `INSERT INTO email_tokens (id, user_id, purpose, token_hash, email, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + interval '1 hour')`,
    [randomUUID(), id(account), purpose, hash, account.email],
  );
  if (change !== "") await rows(`UPDATE email_tokens SET ${change} WHERE token_hash = $1`, [hash]);
  return hash;
}

describe("what one person did says nothing of another", () => {
  test("an address is known to whoever logged in from it, and to nobody else", async () => {
    await rows("UPDATE sessions SET ip = '198.51.100.7' WHERE user_id = $1", [id(other)]);
    expect(await call("account_address_is_known", id(other), "198.51.100.7")).toBe(true);
    expect(await call("account_address_is_known", id(mine), "198.51.100.7")).toBe(false);
  });

  test("an address is known to whoever proved there that the mailbox is theirs, and to nobody else", async () => {
    await addToken(other, "reset_password", "used_at = now(), used_ip = '198.51.100.8'");
    expect(await call("account_address_is_known", id(other), "198.51.100.8")).toBe(true);
    expect(await call("account_address_is_known", id(mine), "198.51.100.8")).toBe(false);
  });

  test("an act carries the device of the person's own session, not of another that began at the same moment", async () => {
    const client = await database.owner.connect();
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO sessions (id, user_id, expires_at, created_at, user_agent)
       VALUES ($2, $1, now() + interval '1 hour', now(), 'Phone of another')`,
      [id(other), randomUUID()],
    );
    await client.query("SELECT account_audit($1, 'password.changed', NULL, '{}')", [id(mine)]);
    await client.query("COMMIT");
    client.release();
    expect(
      await rows("SELECT device FROM audit_log WHERE actor_id = $1 AND action = 'password.changed'", [
        id(mine),
      ]),
    ).toEqual([{ device: null }]);
  });

  test("a device that somebody else uses is new to me all the same", async () => {
    await call("account_remember_device", id(other), VISIT);
    await rows("DELETE FROM known_devices WHERE user_id = $1", [id(mine)]);
    expect(await call("account_remember_device", id(mine), VISIT)).toBe(false);
    expect(await call("account_remember_device", id(mine), VISIT.replace("Phone", "Tablet"))).toBe(true);
  });

  test("who never verified their email is removed with what is theirs alone", async () => {
    await rows("UPDATE users SET email_verified_at = NULL WHERE id = $1", [id(mine)]);
    expect(await call("account_remove_unverified", id(mine))).toBe(true);
    const left = await rows("SELECT user_id FROM memberships WHERE user_id = ANY ($1)", [
      [id(mine), id(other)],
    ]);
    expect(left).toEqual([{ user_id: id(other) }]);
  });

  test("an account's purge leaves what others failed at", async () => {
    const [place] = await rows("SELECT org_id FROM memberships WHERE user_id = $1", [id(other)]);
    const add = (account: Account) =>
      rows(
        `INSERT INTO security_events (org_id, id, kind, subject_key, hour, count, first_at, last_at, facts, user_id)
         VALUES ($1, $2, 'login_failed', $3, now(), 1, now(), now(), '{}', $4)`,
        [place?.org_id, randomUUID(), randomUUID(), id(account)],
      );
    await add(mine);
    await add(other);
    await rows("DELETE FROM organizations WHERE owner_id = $1", [id(mine)]);
    await rows("UPDATE users SET closes_at = now() - interval '1 day' WHERE id = $1", [id(mine)]);
    expect(await call("purge_accounts", "2999-01-01T00:00:00Z", 50)).toBe(1);
    expect(await rows("SELECT user_id FROM security_events WHERE org_id = $1", [place?.org_id])).toEqual([
      { user_id: id(other) },
    ]);
  });

  test("whoever closes their account closes the organizations that are theirs, and ends their own sessions", async () => {
    await call("account_close", mine.session.sessionId, 30, null);
    expect(await rows("SELECT state FROM organizations WHERE owner_id = $1", [id(other)])).toEqual([
      { state: "active" },
    ]);
    expect(await rows("SELECT ended_at FROM sessions WHERE id = $1", [other.session.sessionId])).toEqual([
      { ended_at: null },
    ]);
  });

  test("taking a move of the email back leaves the factors of others", async () => {
    await rows("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, 'a'), ($2, 'b')", [
      id(mine),
      id(other),
    ]);
    const token = await addToken(mine, "undo_email_change");
    await call("email_change_undo", token, "locked", 1, randomUUID(), randomUUID(), 30, null);
    expect(
      await rows("SELECT user_id FROM recovery_codes WHERE user_id = ANY ($1)", [[id(mine), id(other)]]),
    ).toEqual([{ user_id: id(other) }]);
  });
});

describe("what is over opens nothing", () => {
  const over = ["ended_at = now()", "expires_at = now() - interval '1 second'"];

  test.each(over)("a session with %s is nobody's", async (change) => {
    await rows(`UPDATE sessions SET ${change} WHERE id = $1`, [mine.session.sessionId]);
    expect(await call("account_of_session", mine.session.sessionId)).toBeNull();
  });

  test.each(over)("a session with %s closes no account, and reopens none", async (change) => {
    const { sessionId } = mine.session;
    await rows(`UPDATE sessions SET ${change} WHERE id = $1`, [sessionId]);
    expect(await call("account_close", sessionId, 30, null)).toEqual({ outcome: "session_over" });
    await rows("UPDATE users SET closes_at = now() + interval '30 days' WHERE id = $1", [id(mine)]);
    expect(await call("account_reopen", sessionId, null)).toBe(false);
  });

  test.each(over)("a session with %s changes no password", async (change) => {
    const { sessionId } = mine.session;
    await rows(`UPDATE sessions SET ${change} WHERE id = $1`, [sessionId]);
    const [user] = await rows("SELECT password_hash AS hash FROM users WHERE id = $1", [id(mine)]);
    expect(await call("password_change", sessionId, user?.hash, "new", 1, randomUUID(), VISIT)).toBeNull();
    expect(await rows("SELECT password_hash AS hash FROM users WHERE id = $1", [id(mine)])).toEqual([user]);
  });

  test("a link of another kind verifies nothing", async () => {
    const verify = await addToken(mine, "verify_email");
    expect(await call("account_find_verification", verify)).toMatchObject({ email: mine.email });
    const reset = await addToken(mine, "reset_password");
    expect(await call("account_find_verification", reset)).toBeNull();
  });

  test("a used link is found no more", async () => {
    const token = await addToken(mine, "reset_password");
    expect(await call("account_find_link", token, "reset_password")).toMatchObject({ email: mine.email });
    await rows("UPDATE email_tokens SET used_at = now() WHERE token_hash = $1", [token]);
    expect(await call("account_find_link", token, "reset_password")).toBeNull();
  });

  test("[3.3d] an email that is not verified resets no password", async () => {
    const token = await addToken(mine, "reset_password");
    await rows("UPDATE users SET email_verified_at = NULL WHERE id = $1", [id(mine)]);
    expect(await call("password_reset", token, "new", 1, null)).toBeNull();
    expect(await rows("SELECT 1 FROM users WHERE id = $1 AND password_hash = 'new'", [id(mine)])).toEqual([]);
  });

  /** The session ends after the password was compared, before anything is written. */
  function endingMidway(): TestFactors {
    let statements = 0;
    const execute = async (statement: SQL) => {
      statements += 1;
      if (statements === 2)
        await rows("UPDATE sessions SET ended_at = now() WHERE id = $1", [mine.session.sessionId]);
      return ctx.db.execute(statement);
    };
    return { ...ctx, db: Object.assign(Object.create(ctx.db), { execute }) };
  }

  test("a session that ends amid a change of password or email changes neither", async () => {
    const { sessionId } = mine.session;
    const newPassword = "nasi lemak sambal lebih";
    await expect(
      changePassword(endingMidway(), sessionId, { currentPassword: mine.password, newPassword }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    await rows("UPDATE sessions SET ended_at = NULL WHERE id = $1", [sessionId]);
    const email = `${randomUUID()}@kedai.my`;
    await expect(requestEmailChange(endingMidway(), sessionId, { email })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await ctx.settle();
    expect(ctx.sent.filter(({ to }) => to === email)).toEqual([]);
  });

  test("a session that ended keeps no choice of mails", async () => {
    const { sessionId } = mine.session;
    const choice = { productMail: false, productInApp: false, policyInApp: false };
    await rows("UPDATE sessions SET ended_at = now() WHERE id = $1", [sessionId]);
    await expect(updatePreferences(ctx, sessionId, choice)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
