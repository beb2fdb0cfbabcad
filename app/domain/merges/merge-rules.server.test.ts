import { beforeEach, describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { snapshotOrg } from "../../../tests/e2e/support/org-snapshot";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { searchCustomers } from "../customers/customer-search-queries.server";
import { eraseCustomer } from "../deliveries/erase-customer.server";
import { keepApart } from "./keep-apart.server";
import { mergeCustomers } from "./merge-customers.server";
import { splitCustomers } from "./split-customers.server";

const database = await createTestDatabase();
const { owner } = database;

const PEOPLE = [
  { name: "Canary Satu", email: "satu@ujian.example", phone: "019-765 4321" },
  { name: "Canary Dua", email: "dua@ujian.example", phone: "018-222 3333" },
];

let admin: TestMember;
let shop: TestShop;
let ids: { one: string; other: string };

beforeEach(async () => {
  admin = await createMember(database);
  shop = await openTestShop(database, { orgId: admin.orgId });
  await shop.deliver(...PEOPLE.map((buyer, i) => ordered(i + 1, buyer)));
  const rows = await shop.rows("select id from customers where org_id = $1 order by name desc");
  ids = { one: String(rows[0]?.id), other: String(rows[1]?.id) };
});

const ordered = (id: number, buyer: (typeof PEOPLE)[number]) =>
  wooReceived(wooOrderBody({ id, customerId: 100 + (id % 10), buyer }), { topic: "order.created" });

const merge = (member = admin, taken: ("name" | "email")[] = []) =>
  mergeCustomers(member.context("customers.merge"), { survivorId: ids.one, absorbedId: ids.other, taken });

async function split(member = admin) {
  const [row] = await shop.rows(
    "select id from customer_merges where org_id = $1 order by merged_at desc limit 1",
  );
  return splitCustomers(member.context("customers.merge"), { mergeId: String(row?.id) });
}

const shown = () =>
  shop.rows(
    "select name, email, deleted_at is not null as is_trashed from customers where org_id = $1 and merged_into is null order by 1",
  );

describe("merging", () => {
  test("refuses in words a customer who is known by nothing", async () => {
    ids.other = await createCustomer(database, admin.orgId);
    await expect(merge()).rejects.toMatchObject({ messageKey: "duplicates:refused.nothingKnown" });
  });

  test("refuses other roles, and leaves everything as it was", async () => {
    const { orgId, slug } = admin;
    const viewer = await createMember(database, { organization: { orgId, slug }, role: "member" });
    const before = await snapshotOrg(owner, orgId);
    await expect(merge(viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await snapshotOrg(owner, orgId)).toEqual({
      ...before,
      audit_log: expect.anything(),
      audit_heads: expect.anything(),
    });
  });

  test("finds no customers of another organization, nor their merges", async () => {
    const stranger = await createMember(database);
    await merge();
    const before = await snapshotOrg(owner, admin.orgId);
    await expect(merge(stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(split(stranger)).rejects.toMatchObject({ code: "not_found" });
    expect(await snapshotOrg(owner, admin.orgId)).toEqual(before);
  });

  test("refuses a customer with itself, one in the trash, and one that was merged", async () => {
    const same = { survivorId: ids.one, absorbedId: ids.one, taken: [] };
    await expect(mergeCustomers(admin.context("customers.merge"), same)).rejects.toMatchObject({
      code: "conflict",
    });
    await owner.query("update customers set deleted_at = now() where id = $1", [ids.other]);
    await expect(merge()).rejects.toMatchObject({ messageKey: "duplicates:refused.gone" });
    await owner.query("update customers set deleted_at = null where id = $1", [ids.other]);
    await merge();
    await expect(merge()).rejects.toMatchObject({ messageKey: "duplicates:refused.gone" });
  });

  test("shows what was chosen, and is found by the old contacts of both", async () => {
    await merge(admin, ["name"]);
    expect(await shown()).toMatchObject([{ name: "Canary Dua", email: "satu@ujian.example" }]);
    for (const query of ["satu@ujian.example", "dua@ujian.example", "0182223333", "+60 19-765 4321"]) {
      const found = await searchCustomers(admin.context("customers.view"), query, { limit: 5 });
      expect(found.map(({ id }) => id)).toEqual([ids.one]);
    }
  });

  test("is in the audit log of both, with what each was before", async () => {
    await merge();
    await split();
    const acts = await shop.rows(
      `select l.action, l.subject_id, v.before ->> 'name' as name from audit_log l
       left join audit_values v on v.org_id = l.org_id and v.seq = l.seq where l.org_id = $1 and l.action like 'customer.%' order by l.seq`,
    );
    expect(acts).toEqual([
      { action: "customer.merged", subject_id: ids.one, name: "Canary Satu" },
      { action: "customer.absorbed", subject_id: ids.other, name: "Canary Dua" },
      { action: "customer.split", subject_id: ids.one, name: null },
    ]);
  });
});

describe("splitting", () => {
  test("leaves with the survivor what a person changed since", async () => {
    await merge(admin, ["name"]);
    await owner.query(
      `update customers set name = 'Baru', profile = profile || '{"name": {"value": "Baru", "at": "2026-11-23T00:00:00.000Z",
       "hash": "", "source": "person"}}' where id = $1`,
      [ids.one],
    );
    await split();
    expect(await shown()).toMatchObject([{ name: "Baru" }, { name: "Canary Dua" }]);
  });

  test("of two merges takes back the later one first", async () => {
    await merge();
    const [first] = await shop.rows("select id from customer_merges where org_id = $1");
    await shop.deliver(ordered(3, { name: "Tiga", email: "tiga@ujian.example", phone: "017-111 2222" }));
    const [third] = await shop.rows("select id from customers where org_id = $1 and name = 'Tiga'");
    ids = { one: ids.one, other: String(third?.id) };
    await merge();
    const earlier = splitCustomers(admin.context("customers.merge"), { mergeId: String(first?.id) });
    await expect(earlier).rejects.toMatchObject({ messageKey: "duplicates:refused.laterFirst" });
    await split();
    await splitCustomers(admin.context("customers.merge"), { mergeId: String(first?.id) });
    expect(await shown()).toHaveLength(3);
  });

  test("keeps two apart whom shops have told together since", async () => {
    await merge();
    const [account] = await shop.rows(
      "select value from identities where org_id = $1 and kind = 'platform' order by value",
    );
    const both = { ...PEOPLE[0], ...PEOPLE[1], phone: "" };
    await shop.deliver(
      wooReceived(wooOrderBody({ id: 9, customerId: Number(account?.value), buyer: both }), {
        topic: "order.created",
      }),
    );
    await split();
    expect(await shown()).toHaveLength(2);
  });

  test("of one in the trash leaves both there, and restoring brings each back", async () => {
    await merge();
    await owner.query("update customers set deleted_at = now() where id = $1", [ids.one]);
    await split();
    expect((await shown()).map(({ is_trashed }) => is_trashed)).toEqual([true, true]);
  });

  test("means that the two are never suggested again", async () => {
    await merge();
    await split();
    const pairs = await shop.rows(
      "select one_id, other_id, state from duplicate_suggestions where org_id = $1",
    );
    const [one_id, other_id] = [ids.one, ids.other].sort();
    expect(pairs).toEqual([{ one_id, other_id, state: "dismissed" }]);
  });

  test("is done once", async () => {
    await merge();
    await split();
    await expect(split()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("erasing a merged customer", () => {
  const traces = async () =>
    Object.entries(await snapshotOrg(owner, admin.orgId)).flatMap(([table, rows]) =>
      rows.filter((row) => /canary|ujian|1976543|8222333/i.test(row)).map(() => table),
    );

  test("erases both, whichever was named", async () => {
    await merge();
    await eraseCustomer(admin.context("customers.erase"), { customerId: ids.one });
    expect(await traces()).toEqual([]);
    expect(await shop.rows("select from customers where org_id = $1")).toEqual([]);
  });

  test("after a split erases the one, and takes the ledger's memory of it along", async () => {
    await merge(admin, ["name"]);
    await split();
    await eraseCustomer(admin.context("customers.erase"), { customerId: ids.other });
    const rows = Object.values(await snapshotOrg(owner, admin.orgId)).flat();
    expect(rows.filter((row) => /canary dua|dua@ujian|8222333/i.test(row))).toEqual([]);
    expect(await shown()).toHaveLength(1);
  });
});

describe("keeping apart", () => {
  const keep = (otherId: string) => keepApart(admin.context("customers.merge"), { oneId: ids.one, otherId });

  test("is refused where one of them is gone, another organization's or the same, and writes no act", async () => {
    const stranger = await createMember(database);
    const foreign = await createCustomer(database, stranger.orgId);
    await expect(keep(foreign)).rejects.toMatchObject({ code: "conflict" });
    await expect(keep(ids.one)).rejects.toMatchObject({ code: "not_found" });
    await owner.query("UPDATE customers SET deleted_at = now() WHERE id = $1", [ids.other]);
    await expect(keep(ids.other)).rejects.toMatchObject({ code: "conflict" });
    const acts = await shop.rows(
      "select 1 from audit_log where org_id = $1 and action = 'customer.kept_apart'",
    );
    expect(acts).toEqual([]);
  });
});
