import { expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { recordConsent } from "./record-consent.server";

const database = await createTestDatabase();
const WORDS = { wording: "May we send you news?", place: "At the counter" };

const record = (
  member: TestMember,
  customerId: string,
  channel: "email" | "whatsapp",
  state: "subscribed" | "unsubscribed",
) => recordConsent(member.context("customers.edit"), { customerId, channel, state, ...WORDS });
const ledger = async (member: TestMember) =>
  (
    await database.owner.query(
      `SELECT c.channel, c.state, c.source, c.wording, c.place, c.actor_id, i.kind FROM consents c
       JOIN identities i ON i.org_id = c.org_id AND i.id = c.identity_id WHERE c.org_id = $1 ORDER BY c.recorded_at`,
      [member.orgId],
    )
  ).rows;

test("a consent by hand keeps wording, place and who wrote it down; a refusal is added, nothing is replaced", async () => {
  const member = await createMember(database);
  const customerId = await createCustomer(database, member.orgId, { phone: "+60123456789" });
  await record(member, customerId, "whatsapp", "subscribed");
  await record(member, customerId, "whatsapp", "unsubscribed");
  const row = { channel: "whatsapp", source: "person", ...WORDS, actor_id: member.userId, kind: "phone" };
  expect(await ledger(member)).toEqual([
    { ...row, state: "subscribed" },
    { ...row, state: "unsubscribed" },
  ]);
  await expect(record(member, customerId, "email", "subscribed")).rejects.toMatchObject({
    messageKey: "customerPage:errors.no_email",
  });
});

test("nobody consents for another organization's customer", async () => {
  const [member, other] = [await createMember(database), await createMember(database)];
  const customerId = await createCustomer(database, member.orgId, { phone: "+60123456789" });
  await expect(record(other, customerId, "whatsapp", "subscribed")).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await ledger(member)).toEqual([]);
});
