import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { searchCustomers } from "./customer-search-queries.server";
import { foundCustomers } from "./found-customers.server";
import { parseSearchQuery } from "./search-terms";

const database = await createTestDatabase();
const admin = await createMember(database);
const add = (row: Parameters<typeof createCustomer>[2]) => createCustomer(database, admin.orgId, row);
const search = async (query: string, member: TestMember = admin, limit = 20) =>
  (await searchCustomers(member.context("customers.view"), query, { limit })).map((row) => row.name);

await add({
  name: "Siti Nurhaliza binti O'Brien",
  email: "siti_n.99@gmail.com",
  phone: "+60123456789",
  company: "Kedai Aminah",
});
await add({ name: "王小明", phone: "+6591234567" });
await add({ name: "குமார்" });
await add({ name: "José Đặng", email: "jose@dang.vn" });

describe("[2.1a] a customer is found", () => {
  test.each([
    ["by part of a name", "haliza", "Siti Nurhaliza binti O'Brien"],
    ["by one letter that begins a word", "b", "Siti Nurhaliza binti O'Brien"],
    ["by two letters that begin a word", "nu", "Siti Nurhaliza binti O'Brien"],
    ["by words in another order", "nurhaliza SITI", "Siti Nurhaliza binti O'Brien"],
    ["by company", "kedai am", "Siti Nurhaliza binti O'Brien"],
    ["by national phone", "012-345 6789", "Siti Nurhaliza binti O'Brien"],
    ["by phone with calling code", "+60 12 345 6789", "Siti Nurhaliza binti O'Brien"],
    ["by phone with code and zero", "+60 (012) 345 6789", "Siti Nurhaliza binti O'Brien"],
    ["by phone without plus", "60123456789", "Siti Nurhaliza binti O'Brien"],
    ["by last digits", "6789", "Siti Nurhaliza binti O'Brien"],
    ["by a foreign phone", "+65 9123 4567", "王小明"],
    ["by whole email", "Siti_N.99@Gmail.com", "Siti Nurhaliza binti O'Brien"],
    ["by part of an email", "n.99@", "Siti Nurhaliza binti O'Brien"],
    ["by name and digits", "siti 6789", "Siti Nurhaliza binti O'Brien"],
    ["by any Chinese character", "小", "王小明"],
    ["by two Chinese characters", "小明", "王小明"],
    ["by any Tamil letter", "மா", "குமார்"],
    ["without accents", "jose dang", "José Đặng"],
  ])("%s: %s", async (_how, query, name) => {
    expect(await search(query)).toContain(name);
  });

  test.each(["z", "haliza jose", "n%99", "____", "0123456780", "!!", "'; drop table customers; --"])(
    "by nothing else: %s",
    async (query) => {
      expect(await search(query)).toEqual([]);
    },
  );

  test("by the number of an order, with and without #", async () => {
    const { shopId } = await createConnectedShop((text, values) => database.owner.query(text, values), {
      orgId: admin.orgId,
    });
    const customerId = await add({ name: "Buyer of 1024" });
    await createOrder(database, admin.orgId, { shopId, customerId, number: "#MY-1024" });
    expect(await search("#my-1024")).toEqual(["Buyer of 1024"]);
    expect(await search("MY-1024")).toEqual(["Buyer of 1024"]);
    expect(await search("MY-102")).toEqual([]);
  });
});

describe("the best comes first", () => {
  test("a whole contact, then words at their beginning, then the latest order", async () => {
    const member = await createMember(database);
    const put = (name: string, day: number, email: string | null = null) =>
      createCustomer(database, member.orgId, { name, email, lastOrderAt: `2026-10-${10 + day}T00:00:00Z` });
    await put("Khalid", 9);
    await put("Ali Baba", 1);
    await put("Alia", 3);
    await put("Ramlah", 0, "ali@kedai.my");
    await put("Zali", 8, "ali@kedai.my.example");
    expect(await search("ali", member)).toEqual(["Zali", "Alia", "Ali Baba", "Ramlah", "Khalid"]);
    expect(await search("ali@kedai.my", member)).toEqual(["Ramlah", "Zali"]);
    expect(await search("ali", member, 2)).toEqual(["Zali", "Alia"]);
  });

  test("and stays bounded where thousands fit, latest orders preferred", async () => {
    const member = await createMember(database);
    await database.owner.query(
      `INSERT INTO customers (org_id, id, name, sort_name, search_text, last_order_at)
       SELECT $1, gen_random_uuid(), 'Nur ' || i, 'nur', ' nur ' || i || ' | ', now() - i * interval '1 minute'
       FROM generate_series(1, 3000) i`,
      [member.orgId],
    );
    expect(await search("nur", member, 3)).toEqual(["Nur 1", "Nur 2", "Nur 3"]);
    expect(await search("2999", member)).toEqual(["Nur 2999"]);
  });
});

describe("bounds", () => {
  /** `count` customers of whom each `share`-th is called Nur, besides one Nur whose order is the oldest. */
  async function createMany(count: number, share: number) {
    const member = await createMember(database);
    await database.owner.query(
      `INSERT INTO customers (org_id, id, name, sort_name, search_text, last_order_at)
       SELECT $1, gen_random_uuid(), n.name, n.name, ' ' || lower(n.name) || ' | nur' || i || '.nurul.nurin@kedai.my ',
         now() - i * interval '1 minute'
       FROM generate_series(1, $2::int) i, lateral (SELECT CASE WHEN i % $3 = 0 THEN 'Ain ' ELSE 'Lim ' END || i AS name) n`,
      [member.orgId, count, share],
    );
    return member;
  }

  test("everybody who fits is found in an organization that is not large", async () => {
    const member = await createMany(3000, 40);
    expect(await search("ain", member, 100)).toHaveLength(75);
  });

  test("a common word gives those who ordered lately in a large one, a rare word still everybody", async () => {
    const member = await createMany(21_000, 40);
    expect(await search("ain", member, 100)).toHaveLength(25);
    expect(await search("ain 20960", member, 100)).toEqual(["Ain 20960"]);
  });

  test("a long email is found by any of its parts, and only by them", async () => {
    const member = await createMany(3000, 40);
    expect(await search("nur2999.nurul.nurin@kedai.my", member)).toEqual(["Lim 2999"]);
    expect(await search("999.nurul.nurin@ked", member, 100)).toEqual(
      ["Lim 2999", "Lim 1999", "Lim 999"].toReversed(),
    );
    expect(await search("nur2999.nurul.nurin@other", member)).toEqual([]);
  });
});

describe("nobody is found", () => {
  test("in the trash, taken over, or in another organization", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const kept = await createCustomer(database, ours.orgId, { name: "Kept" });
    const contacts = { email: "found@kedai.my", phone: "+60199999999" };
    await createCustomer(database, ours.orgId, {
      name: "Trashed",
      deletedAt: "2026-11-01T00:00:00Z",
      ...contacts,
    });
    await createCustomer(database, ours.orgId, { name: "Merged", mergedInto: kept });
    await createCustomer(database, theirs.orgId, { name: "Theirs", ...contacts });
    for (const query of ["trashed", "merged", "theirs", "found@kedai.my", "019-999 9999"]) {
      expect(await search(query, ours)).toEqual([]);
    }
    expect(await search("found@kedai.my", theirs)).toEqual(["Theirs"]);
  });

  test("of another organization by the function itself, which row-level security does not hold", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const row = { name: "Theirs", email: "theirs@kedai.my", phone: "+60199999999" };
    const id = await createCustomer(database, theirs.orgId, row);
    const { shopId } = await createConnectedShop(
      (text, values) => database.owner.query(text, values),
      theirs,
    );
    await createOrder(database, theirs.orgId, { shopId, customerId: id, number: "T-1" });
    const ask = async (member: TestMember, query: string) => {
      const { db } = member.context("customers.view");
      const terms = parseSearchQuery(query);
      if (!terms) throw new Error("nothing to look for");
      const found = await db.read(db.orm.execute(sql`select customer_id from ${foundCustomers(terms, 10)}`));
      return found.rows.map((one) => one.customer_id);
    };
    for (const query of ["theirs", "theirs@kedai.my", "019-999 9999", "T-1"]) {
      expect(await ask(ours, query)).toEqual([]);
      expect(await ask(theirs, query)).toEqual([id]);
    }
  });

  test.each(["viewer", "analyst"] as const)(
    "[2.2a] by a contact when the role may not see contacts: %s",
    async (role) => {
      const member = await createMember(database, { role, organization: admin });
      for (const query of [
        "6789",
        "012-345 6789",
        "+60123456789",
        "siti_n.99@gmail.com",
        "@gmail",
        "n.99@",
      ]) {
        expect(await search(query, member)).toEqual([]);
      }
      const found = await searchCustomers(member.context("customers.view"), "nurhaliza", { limit: 20 });
      expect(found).toMatchObject([{ email: "s•••@g•••.com", phone: "+60 ••• 89" }]);
    },
  );

  test("outside of an organization", async () => {
    const call = "SELECT * FROM search_customers('{%a%}', '{}', '{}', '{}', '{admin}', 10)";
    await expect(database.owner.query(call)).rejects.toMatchObject({ code: "OR400" });
  });
});
