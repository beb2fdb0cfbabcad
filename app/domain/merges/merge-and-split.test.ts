import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { CanonicalEvent, PersonRef } from "~/connectors/canonical";
import { inOrgTransaction } from "~/db/org-transaction";
import { recountCustomers } from "~/domain/customers/recount-customers.server";
import { customerState, orderState, person } from "../../../tests/factories/canonical";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { applyInput, wooReceived } from "../../../tests/factories/deliveries";
import { createMember } from "../../../tests/factories/org-context";
import { pictureOf } from "../../../tests/factories/org-picture";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyInterpreted } from "../deliveries/apply-deliveries.server";
import { mergeCustomers } from "./merge-customers.server";
import { MERGE_FIELDS } from "./merge-fields";
import { splitCustomers } from "./split-customers.server";

const database = await createTestDatabase();
const { owner } = database;
const RUNS = 60;
const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString();
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const people: fc.Arbitrary<PersonRef> = fc
  .record({
    platformId: oneOf(null, "1", "2", "3"),
    email: oneOf(null, "ali@x.my", "siti@x.my", "mei@x.my"),
    phone: oneOf(null, "012-345 6789", "+60139876543"),
    name: oneOf(null, "Ali", "Siti", "Mei"),
    company: oneOf(null, "Kedai"),
  })
  .map(person);

const events: fc.Arbitrary<CanonicalEvent> = fc.oneof(
  fc.record({ id: oneOf("101", "102", "103", "104"), who: people, on: fc.integer({ min: 2, max: 20 }) }).map(
    ({ id, who, on }): CanonicalEvent => ({
      kind: "order.state",
      sourceTime: day(on),
      order: orderState({
        externalId: id,
        person: who,
        placedAt: day(Number(id) - 99),
        status: "paid",
        totalMinor: 500,
      }),
    }),
  ),
  fc.record({ id: oneOf("1", "2", "3"), who: people, on: fc.integer({ min: 2, max: 20 }) }).map(
    ({ id, who, on }): CanonicalEvent => ({
      kind: "customer.state",
      sourceTime: day(on),
      customer: customerState({ externalId: id, createdAt: day(1), person: { ...who, platformId: id } }),
    }),
  ),
);

async function openWorld() {
  const member = await createMember(database);
  const shop = await createConnectedShop((text, values) => owner.query(text, values), {
    orgId: member.orgId,
  });
  const rows = async (text: string) => (await owner.query(text, [member.orgId])).rows;
  const apply = (told: readonly CanonicalEvent[]) =>
    applyInterpreted(
      applyInput(database, shop, []),
      told.map((event, i) => {
        const bodyHash = createHash("sha256").update(JSON.stringify(event)).digest("hex");
        const delivery = {
          ...wooReceived({}, { topic: "order.updated" }),
          id: uuidv7(),
          seq: i + 1,
          bodyHash,
        };
        return { delivery, events: [event], verdict: null };
      }),
    );
  return { member, shop, rows, apply };
}
type World = Awaited<ReturnType<typeof openWorld>>;

/** The customers that lists show. */
const listed = async ({ rows }: World): Promise<string[]> =>
  (
    await rows(`select id from customers c where org_id = $1 and merged_into is null
      and exists (select from identities i where i.customer_id = c.id) order by sort_name, id`)
  ).map(({ id }) => id);

const merge = ({ member }: World, survivorId: string, absorbedId: string, taken: string[] = []) =>
  mergeCustomers(member.context("customers.merge"), {
    survivorId,
    absorbedId,
    taken: MERGE_FIELDS.filter((field) => taken.includes(field)),
  });

/** Takes all merges back, the latest first. */
async function splitAll({ member, rows }: World): Promise<void> {
  const merges = await rows(
    "select id from customer_merges where org_id = $1 and split_at is null order by merged_at desc, id desc",
  );
  for (const { id } of merges) await splitCustomers(member.context("customers.merge"), { mergeId: id });
}

const stories = fc.record({
  before: fc.array(events, { minLength: 2, maxLength: 7 }),
  between: fc.array(events, { maxLength: 4 }),
  after: fc.array(events, { maxLength: 3 }),
  pick: fc.nat(),
  times: fc.integer({ min: 1, max: 2 }),
  taken: fc.subarray([...MERGE_FIELDS]),
});

type Story = typeof stories extends fc.Arbitrary<infer T> ? T : never;

/** Answers whether the story could be compared. */
async function compareWithNeverMerged({
  before,
  between,
  after,
  pick,
  times,
  taken,
}: Story): Promise<boolean> {
  const [plain, merged] = await Promise.all([openWorld(), openWorld()]);
  await Promise.all([plain.apply(before), merged.apply(before)]);
  for (let i = 0; i < times; i++) {
    const all = await listed(merged);
    const [survivor, absorbed] = [all[pick % all.length], all[(pick + 1) % all.length]];
    if (survivor && absorbed && survivor !== absorbed) await merge(merged, survivor, absorbed, taken);
  }
  await Promise.all([plain.apply(between), merged.apply(between)]);
  await splitAll(merged);
  // Where shops told that both are one, the split is a word against them: nothing to compare.
  const against = await merged.rows("select from identity_decisions where org_id = $1");
  if (against.length > 0) return false;
  await Promise.all([plain.apply(after), merged.apply(after)]);
  const [expected, actual] = await Promise.all(
    [plain, merged].map(({ member }) => pictureOf(owner, member.orgId)),
  );
  expect(actual).toEqual(expected);
  const ids = await merged.rows("select id from customers where org_id = $1");
  const wrong = await inOrgTransaction(database.url, merged.member.orgId, (tx) =>
    recountCustomers(
      tx,
      ids.map(({ id }) => id),
    ),
  );
  expect(wrong).toBe(0);
  return true;
}

test("a merge that is split again equals one that never was, whatever shops told before, between and after", async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      if (await compareWithNeverMerged(story)) tried++;
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(tried).toBeGreaterThan(RUNS / 2);
}, 180_000);

// Stories that were once told wrongly.
test.each([
  { seed: 1785380858, path: "119" },
  { seed: -13327752, path: "16" },
])("a merge that is split again equals one that never was, as in the story $seed", async (story) => {
  const property = fc.asyncProperty(stories, async (told) => void (await compareWithNeverMerged(told)));
  await fc.assert(property, { ...story, numRuns: 1, endOnFailure: true });
});

test("a merge shows both in one, with all their orders and spend, and later deliveries of either find it", async () => {
  const world = await openWorld();
  const order = (id: string, email: string): CanonicalEvent => ({
    kind: "order.state",
    sourceTime: day(3),
    order: orderState({
      externalId: id,
      person: person({ email, name: email }),
      placedAt: day(2),
      status: "paid",
    }),
  });
  await world.apply([order("1", "a@x.my"), order("2", "b@x.my")]);
  const [survivor = "", absorbed = ""] = await listed(world);
  await merge(world, survivor, absorbed);
  await world.apply([order("3", "a@x.my"), order("4", "b@x.my")]);
  expect(await listed(world)).toEqual([survivor]);
  expect(
    await world.rows("select orders_count, name from customers where org_id = $1 and merged_into is null"),
  ).toEqual([{ orders_count: 4, name: "a@x.my" }]);
  expect(
    await world.rows("select merged_into from customers where org_id = $1 and merged_into is not null"),
  ).toEqual([{ merged_into: survivor }]);
});

test("a shop's request to erase one of two that were merged erases both", async () => {
  const world = await openWorld();
  const made = (id: string): CanonicalEvent => ({
    kind: "customer.state",
    sourceTime: day(2),
    customer: customerState({
      externalId: id,
      createdAt: day(1),
      person: person({ platformId: id, email: `${id}@x.my` }),
    }),
  });
  await world.apply([made("1"), made("2"), made("3")]);
  const [survivor = "", absorbed = "", third = ""] = await listed(world);
  await merge(world, survivor, absorbed);
  await world.apply([
    {
      kind: "privacy.customer_erased",
      sourceTime: null,
      person: person({ platformId: "1", email: "1@x.my" }),
      orderExternalIds: [],
    },
  ]);
  expect(await world.rows("select id from customers where org_id = $1")).toEqual([{ id: third }]);
  expect(await world.rows("select from identity_decisions where org_id = $1")).toEqual([]);
  expect(await world.rows("select from customer_merges where org_id = $1")).toEqual([]);
});

test("rows are what they were, to the letter, when nothing happened between merge and split", async () => {
  const world = await openWorld();
  await world.apply(
    ["1", "2"].map((id) => ({
      kind: "customer.state",
      sourceTime: day(2),
      customer: customerState({
        externalId: id,
        createdAt: day(1),
        person: person({ platformId: id, name: `N${id}` }),
      }),
    })),
  );
  const [survivor = "", absorbed = ""] = await listed(world);
  await addBelongings(world, [survivor, absorbed]);
  const tables = [
    "identities",
    "identity_edges",
    "orders",
    "customer_tags",
    "tags",
    "custom_field_values",
    "notes",
  ];
  const snapshot = async () => ({
    rows: await Promise.all(
      tables.map((table) => world.rows(`select t::text as row from ${table} t where org_id = $1 order by 1`)),
    ),
    customers: await world.rows(
      "select to_jsonb(c) - 'updated_at' as row from customers c where org_id = $1 order by id",
    ),
  });
  const before = await snapshot();
  await merge(world, survivor, absorbed, ["name"]);
  expect(await world.rows("select name from customers where org_id = $1 and merged_into is null")).toEqual([
    { name: "N2" },
  ]);
  const ofSurvivor = (table: string) =>
    world.rows(`select count(*)::int as n from ${table} where org_id = $1 and customer_id = '${survivor}'`);
  expect(await Promise.all(["customer_tags", "custom_field_values", "notes"].map(ofSurvivor))).toEqual([
    [{ n: 3 }],
    [{ n: 2 }],
    [{ n: 2 }],
  ]);
  await splitAll(world);
  expect(await snapshot()).toEqual(before);
});

/** A tag of both and one of each, a field of both and one of the second alone, a note each. */
async function addBelongings({ member }: World, customers: [string, string]): Promise<void> {
  const { orgId, userId } = member;
  const [fields, tags] = [
    [randomUUID(), randomUUID()],
    [randomUUID(), randomUUID(), randomUUID()],
  ];
  for (const [i, id] of fields.entries()) {
    await owner.query(
      "insert into custom_fields (org_id, id, key, name, type, position) values ($1, $2, $3, $3, 'text', 1)",
      [orgId, id, `f${i}`],
    );
  }
  for (const [i, id] of tags.entries()) {
    await owner.query("insert into tags (org_id, id, name, folded, colour) values ($1, $2, $3, $3, 'red')", [
      orgId,
      id,
      `t${i}`,
    ]);
  }
  const tag = (customer: string, id?: string) =>
    owner.query(
      "insert into customer_tags (org_id, customer_id, tag_id, source) values ($1, $2, $3, 'person')",
      [orgId, customer, id],
    );
  for (const [i, customer] of customers.entries()) {
    await tag(customer, tags[2]);
    await tag(customer, tags[i]);
    await owner.query(
      "insert into notes (org_id, id, customer_id, body, author_id) values ($1, $2, $3, 'x', $4)",
      [orgId, randomUUID(), customer, userId],
    );
    for (const field of fields.slice(0, i + 1)) {
      await owner.query(
        `insert into custom_field_values (org_id, customer_id, field_id, text_value, folded_value, source, set_at)
         values ($1, $2, $3, $4, $4, 'person', now())`,
        [orgId, customer, field, `v${i}`],
      );
    }
  }
}
