import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Mail } from "~/lib/mail";
import { createAccountsContext } from "../../../tests/factories/accounts-context";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listNotifications } from "../notifications/notification-queries.server";
import { askSupport } from "./ask-support.server";
import { sendSupportMails } from "./send-support-mails.server";
import { askSupportSchema } from "./support.schema";
import { getSupportThread, listSupportRequests } from "./support-queries.server";
import { supportReference } from "./support-reference";
import { closeSupport, replySupport } from "./write-to-thread.server";

const database = await createTestDatabase();
const { owner } = database;
const { db } = createAccountsContext(database.url);
let admin: TestMember;
let viewer: TestMember;

beforeEach(async () => {
  await owner.query("DELETE FROM organizations");
  admin = await createMember(database, { name: "Aina" });
  viewer = await createMember(database, { organization: admin, role: "viewer", name: "Vikram" });
});

const of = (member: TestMember) => member.context("support.ask");
const ask = (member: TestMember, subject = "Orders are late") =>
  askSupport(of(member), { subject, body: "Since noon." });
const subjectsFor = async (member: TestMember) =>
  (await listSupportRequests(of(member), {})).rows.map(({ subject }) => subject);

async function mailOperators() {
  const sent: Mail[] = [];
  const mail = { send: async (one: Mail) => void sent.push(one) };
  await sendSupportMails({ db, supportEmail: "support@orucrm.com", mail, maxBatches: 5 });
  return sent;
}

async function answer(requestId: string, body = "It is mended.") {
  const { rows } = await owner.query("SELECT reference FROM support_requests WHERE id = $1", [requestId]);
  const done = await owner.query("SELECT support_answer($1, $2, $3) AS is_done", [
    rows[0].reference,
    randomUUID(),
    body,
  ]);
  return done.rows[0].is_done;
}

describe("[2.3b] a question to support", () => {
  test("goes to operators once, by the reference they answer with", async () => {
    const { id } = await ask(viewer);
    const sent = (await Promise.all([mailOperators(), mailOperators()])).flat();
    const { reference } = await getSupportThread(of(viewer), id);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: "support@orucrm.com", subject: `[${reference}] Orders are late` });
    expect(sent[0]?.text).toContain("Since noon.");
    expect(await mailOperators()).toEqual([]);
  });

  test("is answered in the thread, as a notification and by mail", async () => {
    const { id } = await ask(viewer);
    expect(await answer(id)).toBe(true);
    const thread = await getSupportThread(of(viewer), id);
    expect(thread.state).toBe("answered");
    expect(thread.messages.map(({ author, name, body }) => [author, name, body])).toEqual([
      ["member", "Vikram", "Since noon."],
      ["operator", null, "It is mended."],
    ]);
    const { notifications } = await listNotifications(of(viewer), { after: undefined });
    expect(notifications).toMatchObject([{ kind: "support_answered", facts: { requestId: id } }]);
    const { rows } = await owner.query("SELECT mail_state FROM notifications WHERE user_id = $1", [
      viewer.userId,
    ]);
    expect(rows).toEqual([{ mail_state: "due" }]);
  });

  test("goes on, is closed, and opens again with the next message", async () => {
    const { id } = await ask(viewer);
    const stateAfter = async (act: Promise<void>) => {
      await act;
      return (await getSupportThread(of(viewer), id)).state;
    };
    await answer(id);
    expect(await stateAfter(replySupport(of(viewer), { requestId: id, body: "Again." }))).toBe("open");
    expect(await stateAfter(closeSupport(of(viewer), { requestId: id }))).toBe("closed");
    expect(await stateAfter(replySupport(of(viewer), { requestId: id, body: "Once more." }))).toBe("open");
    const { rows } = await owner.query("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq", [
      admin.orgId,
    ]);
    expect(rows.map(({ action }) => action.replace("support.", ""))).toEqual([
      "asked",
      "answered",
      "replied",
      "closed",
      "replied",
    ]);
  });

  test("is seen by who asked and by Admins, not by other members", async () => {
    const { id } = await ask(viewer);
    const other = await createMember(database, { organization: admin, role: "manager" });
    expect([await subjectsFor(viewer), await subjectsFor(admin), await subjectsFor(other)]).toEqual([
      ["Orders are late"],
      ["Orders are late"],
      [],
    ]);
    await expect(getSupportThread(of(other), id)).rejects.toMatchObject({ code: "not_found" });
    const reply = replySupport(of(other), { requestId: id, body: "Me too" });
    await expect(reply).rejects.toMatchObject({ code: "not_found" });
    await expect(closeSupport(of(other), { requestId: id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of another organization is not found, and stays as it is", async () => {
    const { id } = await ask(viewer);
    const stranger = await createMember(database);
    await expect(getSupportThread(of(stranger), id)).rejects.toMatchObject({ code: "not_found" });
    await expect(closeSupport(of(stranger), { requestId: id })).rejects.toMatchObject({ code: "not_found" });
    expect((await getSupportThread(of(viewer), id)).state).toBe("open");
  });

  test("is one of at most fifty open ones", async () => {
    for (let i = 0; i < 50; i++) await ask(admin, `Question ${i}`);
    await expect(ask(viewer)).rejects.toMatchObject({ code: "conflict" });
    expect(await listSupportRequests(of(admin), {})).toMatchObject({
      previous: null,
      next: expect.any(String),
    });
    const { rows } = await owner.query("SELECT id FROM support_requests LIMIT 1");
    await closeSupport(of(admin), { requestId: rows[0].id });
    await expect(ask(viewer)).resolves.toMatchObject({ id: expect.any(String) });
  });

  test("an unknown reference answers nothing", async () => {
    const { rows } = await owner.query("SELECT support_answer('S-NONE', $1, 'Hm') AS is_done", [
      randomUUID(),
    ]);
    expect(rows).toEqual([{ is_done: false }]);
  });
});

describe("what is written to support", () => {
  test.each(["Hi\r\nBcc: all@example.com", "Hi\nthere", "a\u0000b", "a\u202eb"])(
    "%j is no subject",
    (subject) => expect(askSupportSchema.safeParse({ subject, body: "x" }).success).toBe(false),
  );

  test("keeps its lines, and no other control characters", () => {
    expect(askSupportSchema.parse({ subject: " Hi ", body: "one\r\ntwo\n" })).toEqual({
      subject: "Hi",
      body: "one\ntwo",
    });
    expect(askSupportSchema.safeParse({ subject: "Hi", body: "a\u0007b" }).success).toBe(false);
  });

  test("is called by letters and digits that nobody confuses", () => {
    const reference = supportReference(Uint8Array.from({ length: 10 }, (_, i) => i * 25));
    expect(reference).toMatch(/^S-[2-9A-HJ-NP-Z]{10}$/);
    expect(() => supportReference(new Uint8Array(3))).toThrow("10 bytes");
  });
});
