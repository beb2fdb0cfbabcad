import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { MailError } from "~/integrations/email/mail-error";
import type { Mail } from "~/lib/mail";
import { createAccountsContext } from "../../../tests/factories/accounts-context";
import { createMember, TEST_KEYRING, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getNotificationPreferences, getShellState, listNotifications } from "./notification-queries.server";
import { purgeNotifications } from "./purge-notifications.server";
import { readNotifications } from "./read-notifications.server";
import { sendDueMails } from "./send-due-mails.server";
import { tellAnnouncements } from "./tell-announcements.server";
import { unsubscribe } from "./unsubscribe.server";
import { readUnsubscribeToken, writeUnsubscribeToken } from "./unsubscribe-token";
import { updatePreferences } from "./update-preferences.server";

const database = await createTestDatabase();
const { owner } = database;
const ctx = createAccountsContext(database.url);
let member: TestMember;

beforeEach(async () => {
  await owner.query("TRUNCATE announcements, notifications");
  await owner.query("DELETE FROM organizations");
  await owner.query("DELETE FROM users");
  member = await createMember(database);
});

const page = () => member.context("dashboard.view");

async function add(reason: string, options: { kind?: string; category?: string; hasMail?: boolean } = {}) {
  const { kind = "password_changed", category = "security", hasMail = false } = options;
  const { rows } = await owner.query(
    "SELECT notification_add($1, $2, NULL, $3, $4, '{}', $5, $6) AS is_new",
    [randomUUID(), member.userId, kind, category, reason, hasMail],
  );
  return rows[0].is_new;
}

/** Sends what is due; `answer` may fail a mail. */
async function mailDue(answer: (mail: Mail) => Promise<void> = async () => undefined) {
  const tried: Mail[] = [];
  const send = async (mail: Mail) => {
    tried.push(mail);
    await answer(mail);
  };
  await sendDueMails({
    db: ctx.db,
    appUrl: "https://app.orucrm.com",
    keyring: TEST_KEYRING,
    mail: { send },
    maxBatches: 3,
  });
  return tried;
}

const mailStates = async () =>
  (await owner.query("SELECT mail_state FROM notifications ORDER BY reason")).rows.map(
    (row) => row.mail_state,
  );

const openNews = () =>
  owner.query(
    `SELECT announcement_open('product/1', 'product', '{"title_en": "Segments"}',
     '{"en": {"subject": "Segments", "body": "They are here."}, "ms": {"subject": "Segmen", "body": "Sudah ada."}}')`,
  );

describe("[2.3a] notifications", () => {
  test("are listed newest first, a page at a time, and counted until they are read", async () => {
    for (let i = 0; i < 35; i++) await add(`r${i}`);
    expect((await getShellState(page())).unread).toBe(35);
    const first = await listNotifications(page(), { after: undefined });
    const second = await listNotifications(page(), { after: first.next ?? "" });
    expect([first.notifications.length, second.notifications.length, second.next]).toEqual([30, 5, null]);
    const ids = [...first.notifications, ...second.notifications].map(({ id }) => id);
    expect(new Set(ids).size).toBe(35);
    await readNotifications(ctx, member.sessionId, { id: ids[0] });
    expect((await getShellState(page())).unread).toBe(34);
    await readNotifications(ctx, member.sessionId, {});
    expect((await getShellState(page())).unread).toBe(0);
  });

  test("of somebody else can neither be read nor marked", async () => {
    await add("mine");
    const stranger = await createMember(database);
    const context = stranger.context("dashboard.view");
    expect((await listNotifications(context, { after: undefined })).notifications).toEqual([]);
    const { rows } = await owner.query("SELECT id FROM notifications");
    await readNotifications(ctx, stranger.sessionId, { id: rows[0].id });
    await readNotifications(ctx, stranger.sessionId, {});
    expect((await getShellState(page())).unread).toBe(1);
  });

  test("tell of one thing once", async () => {
    expect([await add("same"), await add("same"), await add("other")]).toEqual([true, false, true]);
  });

  test("refuse a cursor that this list did not write", async () => {
    for (const after of ["", "nonsense", "WyJ4IiwieSIsInoiXQ"])
      await expect(listNotifications(page(), { after })).rejects.toMatchObject({ code: "bad_request" });
  });

  test("come of every act of security in the same moment as its audit row", async () => {
    await owner.query("SELECT account_audit($1, 'password.changed', NULL, '{}')", [member.userId]);
    await owner.query("SELECT account_audit($1, 'profile.updated', NULL, '{}')", [member.userId]);
    const { notifications } = await listNotifications(page(), { after: undefined });
    expect(notifications.map(({ kind }) => kind)).toEqual(["password_changed"]);
  });

  test("are deleted after a year", async () => {
    await add("old");
    await add("new");
    await owner.query(
      "UPDATE notifications SET created_at = now() - interval '366 days' WHERE reason = 'old'",
    );
    expect(await purgeNotifications({ db: ctx.db, now: new Date(), maxBatches: 5 })).toBe(1);
    expect((await getShellState(page())).unread).toBe(1);
  });
});

describe("[2.3a] mails of notifications", () => {
  const service = { kind: "support_answered", category: "service", hasMail: true };

  test("are sent once, also by two runs at the same moment", async () => {
    for (let i = 0; i < 10; i++) await add(`r${i}`, service);
    const runs = await Promise.all([mailDue(), mailDue(), mailDue()]);
    expect(runs.flat()).toHaveLength(10);
    expect(await mailDue()).toEqual([]);
    expect(new Set(await mailStates())).toEqual(new Set(["sent"]));
  });

  test("that were not taken are tried again; refused ones are not; a lost answer waits under its claim", async () => {
    const outcomes = { a: "unavailable", b: "refused", c: "unknown" } as const;
    for (const reason of Object.keys(outcomes)) await add(reason, service);
    const ids = (await owner.query("SELECT id FROM notifications ORDER BY reason")).rows.map(({ id }) => id);
    const fail = async ({ idempotencyKey }: Mail) => {
      const outcome = Object.values(outcomes)[ids.indexOf(idempotencyKey.split("/")[1])];
      throw new MailError(outcome ?? "unknown", "planned");
    };
    await mailDue(fail);
    expect(await mailStates()).toEqual(["due", "refused", "claimed"]);
    const again = await mailDue();
    expect(again.map(({ idempotencyKey }) => idempotencyKey)).toEqual([`notification/${ids[0]}`]);
    await owner.query("UPDATE notifications SET mail_at = now() - interval '11 minutes'");
    expect((await mailDue()).map(({ idempotencyKey }) => idempotencyKey)).toEqual([`notification/${ids[2]}`]);
  });

  test("are given up after five tries, and said to be unknown", async () => {
    await add("a", service);
    for (let i = 0; i < 7; i++) {
      await mailDue(async () => Promise.reject(new MailError("unknown", "no_answer")));
      await owner.query("UPDATE notifications SET mail_at = now() - interval '11 minutes'");
    }
    expect((await owner.query("SELECT mail_attempts, mail_state FROM notifications")).rows).toEqual([
      { mail_attempts: 5, mail_state: "unknown" },
    ]);
  });
});

describe("[2.3a] the mail about somebody's access", () => {
  const tell = (facts: object) =>
    owner.query("SELECT notification_add($1, $2, $3, 'member_role_changed', 'security', $4, 'r', true)", [
      randomUUID(),
      member.userId,
      member.orgId,
      facts,
    ]);

  test("names organization and roles in the reader's language, and leads to what the role may do", async () => {
    await owner.query("UPDATE users SET language = 'ms'");
    await tell({ organization: "Kedai Kek", from: "member", to: "manager" });
    const [mail] = await mailDue();
    expect(mail?.subject).toBe("Peranan anda dalam Kedai Kek kini Pengurus");
    expect(mail?.text).toContain("daripada Ahli kepada Pengurus");
    expect(mail?.text).toContain(`https://app.orucrm.com/o/${member.slug}/settings/roles`);
  });

  test("carries no link that somebody else gave their organization as its name", async () => {
    await tell({ organization: "Menang di hadiah.example", from: "member", to: "manager" });
    const [mail] = await mailDue();
    expect(mail?.subject).toBe("Your role in an organization is now Manager");
    expect(mail?.html).not.toContain("hadiah");
  });
});

describe("[2.3c] product news", () => {
  test("reaches everybody by mail with a way out, in their language, and in the app", async () => {
    await owner.query("UPDATE users SET language = 'ms'");
    await openNews();
    await tellAnnouncements({ db: ctx.db, maxBatches: 3 });
    const [mail] = await mailDue();
    expect(mail).toMatchObject({ subject: "Segmen", text: expect.stringContaining("Sudah ada.") });
    expect(mail?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const [, url = ""] = /^<(https:.*)>$/.exec(mail?.headers?.["List-Unsubscribe"] ?? "") ?? [];
    expect(mail?.text).toContain(url);
    const token = new URL(url).searchParams.get("token") ?? "";
    expect(await readUnsubscribeToken(TEST_KEYRING, token)).toBe(member.userId);
    expect((await getShellState(page())).unread).toBe(1);
  });

  test("is not mailed to whoever unsubscribed, even between the news and its mail", async () => {
    await openNews();
    await tellAnnouncements({ db: ctx.db, maxBatches: 3 });
    const token = await writeUnsubscribeToken(TEST_KEYRING, member.userId);
    expect(await unsubscribe({ ...ctx, keyring: TEST_KEYRING }, token)).toBe(true);
    expect(await mailDue()).toEqual([]);
    expect((await getNotificationPreferences(page())).productMail).toBe(false);
  });

  test("is neither mailed nor shown to whoever wants none of it, while service mail still comes", async () => {
    const none = { productMail: false, productInApp: false, policyInApp: false };
    await updatePreferences(ctx, member.sessionId, none);
    await openNews();
    await tellAnnouncements({ db: ctx.db, maxBatches: 3 });
    expect((await getShellState(page())).unread).toBe(0);
    await add("answer", { kind: "support_answered", category: "service", hasMail: true });
    expect(await mailDue()).toHaveLength(1);
    expect((await getShellState(page())).unread).toBe(1);
  });

  test("is told to each user once, though a run breaks off and is taken up again", async () => {
    for (let i = 0; i < 4; i++) await createMember(database);
    await openNews();
    await openNews();
    for (let i = 0; i < 10; i++) await owner.query("SELECT announcement_tell(2)");
    const { rows } = await owner.query("SELECT told, finished_at IS NOT NULL AS is_over FROM announcements");
    expect(rows).toEqual([{ told: 5, is_over: true }]);
    const told = await owner.query(
      "SELECT count(DISTINCT user_id)::int AS users, count(*)::int AS all FROM notifications",
    );
    expect(told.rows).toEqual([{ users: 5, all: 5 }]);
  });
});

describe("[2.3c] the link that switches product mail off", () => {
  test("works again and again, and is written down once", async () => {
    const token = await writeUnsubscribeToken(TEST_KEYRING, member.userId);
    for (let i = 0; i < 2; i++)
      expect(await unsubscribe({ ...ctx, keyring: TEST_KEYRING }, token)).toBe(true);
    const { rows } = await owner.query("SELECT action FROM audit_log WHERE org_id = $1", [member.orgId]);
    expect(rows).toEqual([{ action: "product_mail.unsubscribed" }]);
  });

  test("is refused when it is forged, of another user, of another key, or broken", async () => {
    const token = await writeUnsubscribeToken(TEST_KEYRING, member.userId);
    const [, version, signature] = token.split(".");
    const otherKey = { current: 1, keys: new Map([[1, new Uint8Array(32).fill(8)]]) };
    const bad = [
      "",
      token.slice(0, -1),
      `${randomUUID()}.${version}.${signature}`,
      `${member.userId}.2.${signature}`,
      `${token}.x`,
      await writeUnsubscribeToken(otherKey, member.userId),
    ];
    for (const one of bad)
      expect([one, await unsubscribe({ ...ctx, keyring: TEST_KEYRING }, one)]).toEqual([one, false]);
    expect((await getNotificationPreferences(page())).productMail).toBe(true);
  });

  test("still works after the keys were rotated", async () => {
    const token = await writeUnsubscribeToken(TEST_KEYRING, member.userId);
    const rotated = {
      current: 2,
      keys: new Map([...TEST_KEYRING.keys, [2, new Uint8Array(32).fill(9)] as const]),
    };
    expect(await readUnsubscribeToken(rotated, token)).toBe(member.userId);
    expect(await readUnsubscribeToken(rotated, await writeUnsubscribeToken(rotated, member.userId))).toBe(
      member.userId,
    );
  });
});

describe("notifications keep to one person", () => {
  const call = async (text: string, ...values: unknown[]) =>
    (await owner.query(`SELECT ${text} AS answer`, values)).rows[0].answer;

  test("somebody else's unsubscribing is not mine", async () => {
    const stranger = await createMember(database);
    await call("product_mail_unsubscribe($1, NULL)", stranger.userId);
    await call("product_mail_unsubscribe($1, NULL)", member.userId);
    const { rows } = await owner.query(
      "SELECT product_mail FROM notification_preferences WHERE user_id = ANY ($1)",
      [[member.userId, stranger.userId]],
    );
    expect(rows).toEqual([{ product_mail: false }, { product_mail: false }]);
  });

  test("[3.3d] nobody is told anything at an email that is not verified", async () => {
    await owner.query("UPDATE users SET email_verified_at = NULL WHERE id = $1", [member.userId]);
    const values = [member.userId, randomUUID()];
    expect(
      await call(
        "notification_add(gen_random_uuid(), $1, NULL, 'product_news', 'product', '{}', $2, true)",
        ...values,
      ),
    ).toBe(false);
  });
});

test("nothing is chosen without a session", async () => {
  const chosen = { productMail: false, productInApp: false, policyInApp: false };
  await expect(updatePreferences(ctx, randomUUID(), chosen)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
