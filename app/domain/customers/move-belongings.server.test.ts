import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { wooCustomerBody } from "~/connectors/woocommerce/fixtures/customer-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { inOrgTransaction } from "~/db/org-transaction";
import { openTestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createField, createTag } from "../../../tests/factories/field-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { setFieldValues } from "../fields/set-field-values.server";
import { applyTags } from "../tags/apply-tags.server";

const database = await createTestDatabase();
const { owner } = database;

test("[1.2d] when two customers turn out to be one, tags unite, the later value stands and notes follow", async () => {
  const shop = await openTestShop(database);
  const guest = (id: number, email: string) =>
    wooReceived(wooOrderBody({ id, customerId: 0, buyer: { email, phone: "" } }), { topic: "order.created" });
  await shop.deliver(guest(1, "old@example.com"), guest(2, "new@example.com"));
  const people = await shop.rows(
    "select id, email, org_id from customers where org_id = $1 order by email desc",
  );
  const [old, young] = [String(people[0]?.id), String(people[1]?.id)];
  const orgId = String(people[0]?.org_id);
  const [both, one] = [await createTag(database, orgId, "both"), await createTag(database, orgId, "one")];
  const size = await createField(database, orgId, { type: "text", isUnique: true });
  const born = await createField(database, orgId, { type: "date" });
  const stamp = (at: string) => ({ source: "person", actorId: null, at }) as const;
  await inOrgTransaction(database.url, orgId, async (tx) => {
    const tagged = [
      { customerId: old, tagId: both },
      { customerId: young, tagId: both },
      { customerId: young, tagId: one },
    ];
    await tx.execute(applyTags(tagged, stamp("2026-01-01T00:00:00.000Z")));
    const text = (customerId: string, words: string) => ({
      customerId,
      field: size,
      value: { type: "text", text: words } as const,
    });
    await tx.execute(setFieldValues([text(old, "M")], stamp("2026-01-01T00:00:00.000Z")));
    await tx.execute(setFieldValues([text(young, "L")], stamp("2026-01-02T00:00:00.000Z")));
    const day = { customerId: young, field: born, value: { type: "date", date: "1990-02-03" } as const };
    await tx.execute(setFieldValues([day], stamp("2026-01-01T00:00:00.000Z")));
  });
  await owner.query(
    "INSERT INTO notes (org_id, id, customer_id, body, author_id) VALUES ($1, $2, $3, 'a', $2)",
    [orgId, uuidv7(), young],
  );
  const account = (email: string) =>
    wooReceived(wooCustomerBody({ buyer: { email, phone: "" } }), { topic: "customer.updated" });
  await shop.deliver(account("old@example.com"), account("new@example.com"));

  const [kept] = await shop.rows("select id from customers where org_id = $1 and merged_into is null");
  const of = async (table: string, column: string) =>
    (
      await owner.query(
        `SELECT customer_id, ${column} AS held FROM ${table} WHERE org_id = $1 ORDER BY held`,
        [orgId],
      )
    ).rows;
  expect(await of("customer_tags", `(tag_id = '${one}')`)).toEqual([
    { customer_id: kept?.id, held: false },
    { customer_id: kept?.id, held: true },
  ]);
  expect(await of("custom_field_values", "coalesce(text_value, date_value::text)")).toEqual([
    { customer_id: kept?.id, held: "1990-02-03" },
    { customer_id: kept?.id, held: "L" },
  ]);
  expect(await of("notes", "body")).toEqual([{ customer_id: kept?.id, held: "a" }]);
  expect((await owner.query("SELECT customers_count FROM tags WHERE org_id = $1", [orgId])).rows).toEqual([
    { customers_count: 1 },
    { customers_count: 1 },
  ]);
});
