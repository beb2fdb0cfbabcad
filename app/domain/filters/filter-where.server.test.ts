import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCheckout } from "../../../tests/factories/checkout-rows";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { lets, type OracleRow } from "../../../tests/factories/filter-oracle";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { arbitraryFilter, everyClause } from "../../../tests/factories/random-filter";
import { createTestDatabase } from "../../../tests/setup/database";
import { customFieldName } from "./catalogue";
import type { Filter } from "./filter-tree";
import { filterWhere } from "./filter-where.server";
import { SORTS } from "./list-sorts";
import { selectMatchingIds } from "./matching-ids.server";
import type { Noun } from "./nouns";

const database = await createTestDatabase();
const { owner } = database;
/** One ahead of UTC without changes of the clocks, one behind it amid a change. */
const ZONES = ["Asia/Kuala_Lumpur", "America/St_Johns"];
const NOW = new Date("2026-11-23T17:30:00Z");

/** What each of the filters lets through, asked in one batch. */
async function idsOf(member: TestMember, noun: Noun, filters: Filter[]): Promise<string[][]> {
  const { db } = member.context("customers.view");
  const found = filters.map(async (filter) => {
    const query = { q: "", filter, sort: SORTS[noun][0], order: "desc" as const };
    const page = selectMatchingIds(db.orm, noun, query, { afterId: null, limit: 1000, now: NOW });
    return (await db.read(page)).map(({ id }) => id).toSorted();
  });
  return Promise.all(found);
}

/** Around the ends of days in the zone, of which UTC knows others. */
const INSTANTS = [
  null,
  "2026-11-23T15:59:59Z",
  "2026-11-23T16:00:00Z",
  "2026-11-24T15:59:59.999Z",
  "2026-11-01T03:00:00Z",
  "2026-10-25T16:00:00Z",
  "2026-10-25T03:30:00Z",
  "2026-11-23T03:30:00Z",
  "2025-01-01T00:00:00Z",
];
const few = <T>(...values: T[]) => fc.constantFrom(...values);
const instant = few(...INSTANTS);
const consent = fc.record({
  channel: few("email", "whatsapp", "sms"),
  state: few("subscribed", "unsubscribed", "pending", "never"),
  day: few(1, 2, 3),
});

const person = fc.record({
  name: few(null, "Siti", "SITI Nurhaliza", "Çelik", "王小明", "siti"),
  email: few(null, "siti@kedai.my", "ali@kedai.my"),
  phone: few(null, "+60123456789", "+60111234567"),
  company: few(null, "Kedai Kopi", "kedai"),
  city: few(null, "Ipoh", "Shah Alam"),
  state: few(null, "SGR", "PRK"),
  ordersCount: few(0, 1, 2, 30),
  firstOrderAt: instant,
  lastOrderAt: instant,
  createdAt: few("2026-11-23T15:59:59Z", "2026-11-23T16:00:00Z", "2026-01-01T00:00:00Z"),
  spend: few<Record<string, number>>({}, { MYR: 0 }, { MYR: 5000 }, { SGD: 5000 }, { MYR: -100, SGD: 1 }),
  consents: fc.uniqueArray(consent, { maxLength: 4, selector: ({ channel, day }) => `${channel}${day}` }),
  tags: fc.subarray([0, 1, 2]),
  number: few(null, -20_000, 0, 30_000),
  day: few(null, "2026-11-23", "2026-11-24", "2026-10-26"),
  yes: few(null, true, false),
  options: fc.subarray([0, 1]),
  text: few(null, "Rak A", "rak b"),
  isCash: fc.boolean(),
  isSample: fc.boolean(),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

async function createFields(orgId: string) {
  const field = async (type: string) => {
    const id = randomUUID();
    await owner.query(
      "INSERT INTO custom_fields (org_id, id, key, name, type, position) VALUES ($1, $2::uuid, $2::text, $3, $3, 0)",
      [orgId, id, type],
    );
    return { id, name: customFieldName({ id, type }) };
  };
  const tags = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of tags) {
    await owner.query(
      "INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, $2::uuid, $2::text, $2::text, 'gray')",
      [orgId, id],
    );
  }
  return {
    tags,
    options: [randomUUID(), randomUUID()],
    number: await field("number"),
    date: await field("date"),
    yes: await field("yes_no"),
    multi: await field("multi_choice"),
    text: await field("text"),
  };
}
type Fields = Awaited<ReturnType<typeof createFields>>;

async function addPerson(orgId: string, shopId: string, fields: Fields, one: Person): Promise<OracleRow> {
  const id = await createCustomer(database, orgId, { ...one, email: null, phone: null });
  await owner.query(
    "UPDATE customers SET city = $2, state = $3, first_order_at = $4, email = $5, phone = $6 WHERE id = $1",
    [id, one.city, one.state, one.firstOrderAt, one.email, one.phone],
  );
  const identityId = randomUUID();
  await owner.query(
    `INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
     VALUES ($1, $2::uuid, 'platform', $2::text, 'x', $3, now())`,
    [orgId, identityId, id],
  );
  for (const { channel, state, day } of one.consents) {
    await owner.query(
      `INSERT INTO consents (org_id, id, identity_id, channel, purpose, state, source, decided_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'marketing', $4, 'shop', $5)`,
      [orgId, identityId, channel, state, `2026-01-0${day}T00:00:00Z`],
    );
  }
  const tagIds = one.tags.map((i) => fields.tags[i] ?? "");
  for (const tag of tagIds) {
    await owner.query(
      "INSERT INTO customer_tags (org_id, customer_id, tag_id, source) VALUES ($1, $2, $3, 'person')",
      [orgId, id, tag],
    );
  }
  const optionIds = one.options.map((i) => fields.options[i] ?? "");
  const values: [{ id: string }, string, unknown, string?][] = [
    [fields.number, "number_value", one.number],
    [fields.date, "date_value", one.day],
    [fields.yes, "yes_value", one.yes],
    [fields.text, "folded_value", one.text?.toLowerCase() ?? null],
    ...optionIds.map((option): [{ id: string }, string, unknown, string] => [
      fields.multi,
      "option_id",
      option,
      option,
    ]),
  ];
  for (const [field, column, value, item = ""] of values) {
    if (value === null) continue;
    await owner.query(
      `INSERT INTO custom_field_values (org_id, customer_id, field_id, item, ${column}, source, set_at)
       VALUES ($1, $2, $3, $4, $5, 'person', now())`,
      [orgId, id, field.id, item, value],
    );
  }
  if (one.isCash) {
    const orderId = await createOrder(database, orgId, { shopId, customerId: id });
    await owner.query("UPDATE orders SET is_cash_on_delivery = true WHERE id = $1", [orderId]);
  }
  // One that is recovered, or that somebody may still be busy in, is not abandoned.
  if (one.yes !== null) {
    const state = one.isCash ? "open" : "recovered";
    const activeAt = "2100-01-01T00:00:00.000Z";
    await createCheckout(database, orgId, { shopId, customerId: id, state, activeAt });
  }
  if (one.yes) await createCheckout(database, orgId, { shopId, customerId: id });
  const latest = (channel: string) =>
    one.consents.filter((told) => told.channel === channel).toSorted((a, b) => b.day - a.day)[0]?.state ??
    null;
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return {
    id,
    name: one.name,
    email: one.email,
    phone: one.phone,
    company: one.company,
    city: one.city,
    state: one.state,
    country: null,
    orders: one.ordersCount,
    firstOrder: at(one.firstOrderAt),
    lastOrder: at(one.lastOrderAt),
    created: at(one.createdAt),
    spend: one.spend,
    emailConsent: latest("email"),
    whatsappConsent: latest("whatsapp"),
    smsConsent: latest("sms"),
    shop: one.isCash ? [shopId] : [],
    platform: one.isCash ? ["woocommerce"] : [],
    product: [],
    tags: tagIds,
    hasEmail: one.email !== null,
    hasPhone: one.phone !== null,
    cashOnDelivery: one.isCash,
    hasAbandoned: one.yes === true,
    isSample: one.isSample,
    [fields.number.name]: one.number,
    [fields.date.name]: one.day,
    [fields.yes.name]: one.yes,
    [fields.text.name]: one.text,
    [fields.multi.name]: optionIds,
  };
}

const POOL = {
  text: [
    "siti",
    "SITI NURHALIZA",
    "Celik",
    "王",
    "siti@kedai.my",
    "+60123456789",
    "kedai",
    "ipoh",
    "rak",
    "rak a",
  ],
  number: [-20_000, 0, 1, 2, 30_000],
  money: [-100, 0, 1, 5000],
  date: ["2026-11-23", "2026-11-24", "2026-10-26", "2025-01-01"],
};

describe("a filter", () => {
  // Over a thousand questions to the database: a busy machine needs more than the usual limit.
  test("[2.1a] lets through what a plain reading of it does, for customers of all kinds", async () => {
    const people = fc.array(person, { minLength: 8, maxLength: 14 });
    for (const [i, sample] of fc.sample(people, { numRuns: 5, seed: 7 }).entries()) {
      const zone = ZONES[i % ZONES.length] ?? "UTC";
      const member = await createMember(database, { timeZone: zone });
      const { shopId } = await createConnectedShop((s, v) => owner.query(s, v), { orgId: member.orgId });
      const fields = await createFields(member.orgId);
      const rows: OracleRow[] = [];
      for (const one of sample) rows.push(await addPerson(member.orgId, shopId, fields, one));
      const custom = [fields.number, fields.date, fields.yes, fields.multi, fields.text].map(
        ({ name }) => name,
      );
      const choices = [
        "SGR",
        "subscribed",
        "never",
        "pending",
        "woocommerce",
        shopId,
        ...fields.tags,
        ...fields.options,
      ];
      const pool = { ...POOL, choice: choices, fields: custom };
      const agree = async (filters: Filter[]) => {
        const found = await idsOf(member, "customers", filters);
        for (const [i, filter] of filters.entries()) {
          const expected = rows.filter((row) => lets("customers", filter, row, { now: NOW, zone }));
          expect([filter, found[i]]).toEqual([filter, expected.map(({ id }) => id).toSorted()]);
        }
      };
      const trees = fc.array(arbitraryFilter("customers", pool), { minLength: 20, maxLength: 20 });
      await fc.assert(fc.asyncProperty(trees, agree), { numRuns: 10, endOnFailure: true });
      await agree(everyClause("customers", pool).map((clause) => ({ v: 1, match: "all", rules: [clause] })));
    }
  }, 60_000);
});

test.each([
  { field: "orders", op: "contains", value: "1" },
  { field: "orders", op: "atLeast", value: "many" },
  { field: "nothing", op: "is", value: "1" },
  { field: "lastOrder", op: "before", value: "2026-02-30" },
  { field: "lastOrder", op: "inLast", value: 0 },
  { field: "name", op: "contains", value: "a\0b" },
] as const)(
  "a condition that fits no field is refused, wherever it comes from: $field $op $value",
  (rule) => {
    const scope = { now: NOW };
    expect(() => filterWhere("customers", { v: 1, match: "all", rules: [rule] }, scope)).toThrow(
      expect.objectContaining({ code: "bad_request" }),
    );
  },
);
