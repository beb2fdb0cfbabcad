import { describe, expect, test } from "vitest";
import { createCustomer, createIdentity } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listConsents } from "./consent-ledger-queries.server";
import { recordConsent } from "./record-consent.server";

const database = await createTestDatabase();
const list = (member: TestMember, customerId: string, after: string | null = null) =>
  listConsents(member.context("customers.view"), { customerId, after });

const SAID = { channel: "email", wording: "May we write to you?", place: "At the counter" } as const;
const record = (member: TestMember, customerId: string, state: "subscribed" | "unsubscribed") =>
  recordConsent(member.context("customers.edit"), { ...SAID, customerId, state });

describe("the ledger of consents", () => {
  test("[1.2a] keeps every decision with its words, place, address and who wrote it down, newest first", async () => {
    const member = await createMember(database, { name: "Aina" });
    const customerId = await createCustomer(database, member.orgId, { email: "siti@kedai.my" });
    await record(member, customerId, "subscribed");
    await record(member, customerId, "unsubscribed");
    const { rows, next } = await list(member, customerId);
    expect(next).toBeNull();
    expect(rows.map(({ state }) => state)).toEqual(["unsubscribed", "subscribed"]);
    expect(rows[0]).toMatchObject({ ...SAID, source: "person", actor: "Aina", address: "siti@kedai.my" });
  });

  test("comes page by page without gaps, however many were decided at one instant", async () => {
    const member = await createMember(database);
    const customerId = await createCustomer(database, member.orgId);
    for (const value of ["a@x.my", "b@x.my"]) {
      const id = await createIdentity(database, member.orgId, { customerId, kind: "email", value });
      await database.owner.query(
        `INSERT INTO consents (org_id, id, identity_id, channel, purpose, state, source, decided_at)
         SELECT $1, gen_random_uuid(), $2, c.channel, 'marketing', s.state, 'shop', '2026-01-01'::timestamptz + n * interval '1 hour'
         FROM generate_series(1, 4) n, (VALUES ('email'), ('sms')) c(channel), (VALUES ('subscribed'), ('never'), ('pending')) s(state)`,
        [member.orgId, id],
      );
    }
    const seen: { id: string; decidedAt: Date }[] = [];
    const sizes: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await list(member, customerId, after ?? null);
      seen.push(...page.rows);
      sizes.push(page.rows.length);
      after = page.next;
    }
    expect(sizes).toEqual([20, 20, 8]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(48);
    const times = seen.map(({ decidedAt }) => decidedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test("[3.3a] says neither words nor addresses to roles that see no contacts", async () => {
    const member = await createMember(database);
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    const customerId = await createCustomer(database, member.orgId, { email: "siti@kedai.my" });
    await record(member, customerId, "subscribed");
    const { rows } = await list(viewer, customerId);
    expect(rows).toMatchObject([{ state: "subscribed", wording: null, place: null, address: null }]);
  });

  test("of another organization's customer is not found, and a forged cursor is refused", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const customerId = await createCustomer(database, theirs.orgId, { email: "siti@kedai.my" });
    await record(theirs, customerId, "subscribed");
    await expect(list(ours, customerId)).rejects.toMatchObject({ code: "not_found" });
    await expect(list(theirs, customerId, "x")).rejects.toMatchObject({ code: "bad_request" });
    await expect(list(theirs, "x")).rejects.toMatchObject({ code: "not_found" });
  });
});
