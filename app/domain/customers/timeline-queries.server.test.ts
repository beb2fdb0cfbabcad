import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer, createIdentity } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads } from "../../../tests/setup/explain";
import { isAllowed, ROLES } from "../organizations/permissions";
import { timelineSchema } from "./timeline.schema";
import { TIMELINE_KINDS, type TimelineKind } from "./timeline-kinds";
import { listTimeline, type TimelineRow } from "./timeline-queries.server";

const database = await createTestDatabase();
const { owner } = database;

const readBefore = (next: string | null) => timelineSchema.parse({ before: next }).before;
const page = (member: TestMember, customerId: string, next: string | null = null, kind?: TimelineKind) =>
  listTimeline(member.context("customers.view"), { customerId, before: readBefore(next), kind });

/** All pages from the newest entry to the last one. */
async function walk(member: TestMember, customerId: string, kind?: TimelineKind): Promise<TimelineRow[]> {
  const { rows, next } = await page(member, customerId, null, kind);
  const all = [...rows];
  for (let cursor = next; cursor !== null; ) {
    const older = await page(member, customerId, cursor, kind);
    all.push(...older.rows);
    cursor = older.next;
  }
  return all;
}

async function shopOf({ orgId }: TestMember): Promise<string> {
  const { shopId } = await createConnectedShop((text, values) => owner.query(text, values), { orgId });
  return shopId;
}

const statusChange = (orgId: string, orderId: string, status: string, at: string) =>
  owner.query("INSERT INTO order_status_changes VALUES ($1, $2, $3, $4, $4)", [orgId, orderId, at, status]);
const refund = (orgId: string, shopId: string, order: string, at: string) =>
  owner.query(
    `INSERT INTO refunds (org_id, id, shop_id, order_external_id, external_id, amount_minor, currency, refunded_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $3, 500, 'MYR', $4)`,
    [orgId, shopId, order, at],
  );
const consent = (orgId: string, identityId: string, state: string, at: string) =>
  owner.query(
    `INSERT INTO consents (org_id, id, identity_id, channel, purpose, state, source, decided_at)
     VALUES ($1, $2, $3, 'email', 'marketing', $4, 'shop', $5) ON CONFLICT DO NOTHING`,
    [orgId, randomUUID(), identityId, state, at],
  );

describe("the timeline", () => {
  test("[3.3a] tells why money was given back to roles that may see contacts alone", async () => {
    const admin = await createMember(database);
    const shopId = await shopOf(admin);
    const customerId = await createCustomer(database, admin.orgId);
    await createOrder(database, admin.orgId, { shopId, customerId, number: "7", externalId: "e7" });
    await refund(admin.orgId, shopId, "e7", "2026-01-04T00:00:00Z");
    await owner.query("UPDATE refunds SET reason = 'Kepada siti@kedai.my' WHERE org_id = $1", [admin.orgId]);
    for (const role of ROLES) {
      const member = await createMember(database, { organization: admin, role });
      const { rows } = await listTimeline(member.context("customers.view"), { customerId, kind: "refund" });
      expect([role, JSON.stringify(rows).includes("siti")]).toEqual([role, isAllowed(role, "contacts.view")]);
    }
  });

  test("[1.2b] tells orders, changes of status, refunds and consents, newest first", async () => {
    const member = await createMember(database);
    const { orgId } = member;
    const shopId = await shopOf(member);
    const id = await createCustomer(database, orgId);
    const order = { shopId, customerId: id, number: "7", externalId: "e7", items: ["Baju", "Tudung"] };
    const orderId = await createOrder(database, orgId, { ...order, placedAt: "2026-01-01T00:00:00Z" });
    await statusChange(orgId, orderId, "pending", "2026-01-01T00:00:00Z");
    await statusChange(orgId, orderId, "paid", "2026-01-02T00:00:00Z");
    await statusChange(orgId, orderId, "paid", "2026-01-02T08:00:00Z");
    await statusChange(orgId, orderId, "refunded", "2026-01-05T00:00:00Z");
    await refund(orgId, shopId, "e7", "2026-01-04T00:00:00Z");
    const identity = { customerId: id, kind: "email", value: "a@kedai.my" };
    const identityId = await createIdentity(database, orgId, identity);
    await consent(orgId, identityId, "subscribed", "2026-01-03T00:00:00Z");
    const { rows, next } = await page(member, id);
    expect(next).toBeNull();
    expect(rows.map(({ at, entry }) => [at.toISOString().slice(0, 10), entry.kind])).toEqual([
      ["2026-01-05", "status"],
      ["2026-01-04", "refund"],
      ["2026-01-03", "consent"],
      ["2026-01-02", "status"],
      ["2026-01-01", "order"],
    ]);
    expect(rows.at(-1)?.entry).toMatchObject({ orderNumber: "7", firstItem: "Baju", itemsCount: 2, orderId });
    expect(rows[1]?.entry).toMatchObject({ amountMinor: 500, currency: "MYR", orderNumber: "7" });
    for (const kind of TIMELINE_KINDS) {
      const shown = await page(member, id, null, kind);
      expect(shown.rows).toEqual(rows.filter(({ entry }) => entry.kind === kind));
    }
  });

  test("of a customer of another organization is not found", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const customerId = await createCustomer(database, theirs.orgId);
    await createOrder(database, theirs.orgId, { shopId: await shopOf(theirs), customerId });
    await expect(page(ours, customerId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("page by page tells every entry once, newest first, however many share an instant", async () => {
    const member = await createMember(database);
    const { orgId } = member;
    const shopId = await shopOf(member);
    const hour = fc.integer({ min: 0, max: 4 }).map((n) => `2026-01-01T0${n}:00:00.000Z`);
    const story = fc.record({
      orders: fc.array(fc.record({ placedAt: hour, paidAt: hour, refundedAt: fc.option(hour) }), {
        minLength: 12,
        maxLength: 30,
      }),
      consents: fc.array(hour, { minLength: 10, maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ orders, consents }) => {
        const customerId = await createCustomer(database, orgId);
        const identity = { customerId, kind: "email", value: `${customerId}@x.my` };
        const identityId = await createIdentity(database, orgId, identity);
        const expected: string[] = [];
        const expectEntry = (at: string, kind: TimelineKind) =>
          expected.push(`${at} ${TIMELINE_KINDS.indexOf(kind)}`);
        for (const { placedAt, paidAt, refundedAt } of orders) {
          const externalId = randomUUID();
          const orderId = await createOrder(database, orgId, { shopId, customerId, externalId, placedAt });
          await statusChange(orgId, orderId, "paid", paidAt);
          expectEntry(placedAt, "order");
          // A change that claims to be older than its order stands with it.
          expectEntry(later(paidAt, placedAt), "status");
          if (refundedAt === null) continue;
          await refund(orgId, shopId, externalId, refundedAt);
          expectEntry(later(refundedAt, placedAt), "refund");
        }
        for (const [i, at] of [...new Set(consents)].entries()) {
          await consent(orgId, identityId, i % 2 ? "subscribed" : "unsubscribed", at);
          expectEntry(at, "consent");
        }
        const all = await walk(member, customerId);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        const told = all.map(({ at, entry }) => `${at.toISOString()} ${TIMELINE_KINDS.indexOf(entry.kind)}`);
        expect(told).toEqual(expected.sort().reverse());
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 60_000);

  test("begins anew where its address names a cursor that it never wrote", () => {
    const forged = Buffer.from(JSON.stringify(["now", "order", "x"])).toString("base64url");
    for (const before of ["", "x", forged, "%%", Buffer.from("[]").toString("base64url")]) {
      expect(timelineSchema.parse({ before, show: "spies" })).toEqual({ before: null, show: null });
    }
  });
});

const later = (...instants: string[]) => instants.sort().at(-1) ?? "";

describe("the timeline of 10,000 events", () => {
  let member: TestMember;
  let customerId: string;

  beforeAll(async () => {
    member = await createMember(database);
    customerId = await createCustomer(database, member.orgId);
    const other = await createCustomer(database, member.orgId);
    const shopId = await shopOf(member);
    await owner.query(
      `INSERT INTO orders (org_id, id, shop_id, customer_id, external_id, number, status, source_status, currency,
         total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test,
         is_cash_on_delivery, version_at, version_rank, version_hash)
       SELECT $1, gen_random_uuid(), $2, CASE WHEN n <= 5000 THEN $3::uuid ELSE $4 END, n::text, n::text, 'paid',
         'paid', 'MYR', 100, 0, 0, 0, 100, '2020-01-01'::timestamptz + n * interval '6 hours', false, false, now(), 1, 'h'
       FROM generate_series(1, 7500) n`,
      [member.orgId, shopId, customerId, other],
    );
    await owner.query(
      `INSERT INTO order_status_changes
       SELECT org_id, id, placed_at + interval '2 days', 'paid', 'paid' FROM orders WHERE customer_id = $1`,
      [customerId],
    );
    await owner.query("ANALYZE orders, order_status_changes");
  }, 60_000);

  test("is told in pages of 30, without gaps, wherever one is", async () => {
    const first = await page(member, customerId);
    const second = await page(member, customerId, first.next);
    expect([first.rows.length, second.rows.length]).toEqual([30, 30]);
    // 2 days after its order is when the eighth order after it comes.
    const orders = [...first.rows, ...second.rows].flatMap(({ entry }) =>
      entry.kind === "order" ? [Number(entry.orderNumber)] : [],
    );
    expect(orders).toEqual(orders.map((_, i) => 5000 - i));
    expect(orders.length).toBeGreaterThan(20);
    const deep = await page(member, customerId, cursorAt("2021-06-01T00:00:00.000000Z"));
    expect(deep.rows).toHaveLength(30);
    expect(deep.rows.map(({ entry }) => entry.kind)).toContain("status");
    expect(deep.rows.every(({ at }) => at <= new Date("2021-06-01T00:00:00Z"))).toBe(true);
  });

  test("reads orders by the customer's index, not the organization's", async () => {
    const ctx = member.context("customers.view");
    const before = readBefore(cursorAt("2021-06-01T00:00:00.000000Z"));
    const [plan] = await explainReads(database, member.orgId, ctx, (asked) =>
      listTimeline(asked, { customerId, before }),
    );
    expect(plan?.indexes).toContain("orders_customer_idx");
  });
});

const cursorAt = (at: string) => Buffer.from(JSON.stringify([at, "consent", ""])).toString("base64url");
