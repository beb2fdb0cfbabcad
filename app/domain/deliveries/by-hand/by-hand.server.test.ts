import { describe, expect, test } from "vitest";
import { parseForm } from "~/components/forms/parse-form";
import { wooCustomerBody } from "~/connectors/woocommerce/fixtures/customer-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { newCustomerSchema } from "~/domain/customers/customer-form.schema";
import { openTestShop, type TestShop, wooReceived } from "../../../../tests/factories/deliveries";
import { createField } from "../../../../tests/factories/field-rows";
import { createMember, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { correctCustomer } from "./correct-customer.server";
import { createCustomer } from "./create-customer.server";
import { releaseFact } from "./release-fact.server";

const database = await createTestDatabase();
const { owner } = database;

/** A shop and a member of its organization. */
async function open(): Promise<{ shop: TestShop; member: TestMember }> {
  const member = await createMember(database);
  return { member, shop: await openTestShop(database, { orgId: member.orgId }) };
}

const form = (typed: Record<string, string>) => newCustomerSchema.parse(typed);
/** What the page's form sends. */
const typedForm = (typed: Record<string, string>) => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(typed)) sent.append(name, value);
  const submission = parseForm(sent, newCustomerSchema);
  if (submission.status !== "success") throw new Error("refused");
  return submission.value;
};
const RED = { id: "00000000-0000-7000-8000-000000000001", label: "Red" };
const create = (member: TestMember, typed: Record<string, string>) =>
  createCustomer(member.context("customers.edit"), form(typed));
const correct = (member: TestMember, customerId: string, change: Record<string, string | boolean>) =>
  correctCustomer(member.context("customers.edit"), { customerId, form: change });
const made = async (member: TestMember, typed: Record<string, string>) => {
  const answer = await create(member, typed);
  if (!answer.isCreated) throw new Error("taken");
  return answer.customerId;
};
const customer = async (id: string) =>
  (
    await owner.query(
      "SELECT name, email, phone, company, city, orders_count, merged_into FROM customers WHERE id = $1",
      [id],
    )
  ).rows[0];
const listed = async (member: TestMember) =>
  (await owner.query("SELECT id FROM customers WHERE org_id = $1 AND merged_into IS NULL", [member.orgId]))
    .rows;

describe("a customer made by hand", () => {
  test("is found by the shop's later order with the same phone", async () => {
    const { shop, member } = await open();
    const id = await made(member, { name: "Siti", phone: "012-345 6789", city: "Ipoh" });
    expect(await customer(id)).toMatchObject({ name: "Siti", phone: "+60123456789", city: "Ipoh" });
    await shop.deliver(
      wooReceived(wooOrderBody({ id: 1, customerId: 0, buyer: { email: "", phone: "+60 12-345 6789" } }), {
        topic: "order.created",
      }),
    );
    expect(await listed(member)).toHaveLength(1);
    expect(await customer(id)).toMatchObject({ name: "Siti", orders_count: 1 });
  });

  test("begins with the defaults of the custom fields that are open, and of no other organization's", async () => {
    const [{ member }, { member: other }] = [await open(), await open()];
    const field = (orgId: string, name: string, more: Record<string, unknown>) =>
      owner.query(
        `INSERT INTO custom_fields (org_id, id, key, name, type, position, default_value, is_unique, archived_at)
         VALUES ($1, gen_random_uuid(), $2, $2, 'number', 1, $3, $4, $5)`,
        [orgId, name, more.default ?? "7", more.isUnique ?? false, more.archivedAt ?? null],
      );
    await field(member.orgId, "points", {});
    await field(member.orgId, "unreadable", { default: "seven" });
    await field(member.orgId, "unique", { isUnique: true });
    await field(member.orgId, "archived", { archivedAt: new Date() });
    await field(other.orgId, "foreign", {});
    const id = await made(member, { name: "Siti" });
    const held = await owner.query(
      `SELECT f.key, v.number_value::int AS value FROM custom_field_values v
       JOIN custom_fields f ON f.id = v.field_id WHERE v.customer_id = $1`,
      [id],
    );
    expect(held.rows).toEqual([{ key: "points", value: 70_000 }]);
  });

  test("has what its required fields ask for; what is wrong stands beside the field", async () => {
    const { member } = await open();
    const size = await createField(database, member.orgId, {
      type: "choice",
      options: [RED],
      isRequired: true,
    });
    const number = await createField(database, member.orgId, { type: "text", isUnique: true });
    await expect(create(member, { name: "Siti" })).rejects.toMatchObject({
      code: "invalid",
      fields: { [`custom.${size.id}`]: "fields:problems.required" },
    });
    const typed = (choice: string) =>
      typedForm({ name: "Siti", [`custom.${size.id}`]: choice, [`custom.${number.id}`]: "A-1" });
    await expect(createCustomer(member.context("customers.edit"), typed("Blue"))).rejects.toMatchObject({
      fields: { [`custom.${size.id}`]: "fields:problems.notOption?found=Blue" },
    });
    const made = await createCustomer(member.context("customers.edit"), typed("red"));
    if (!made.isCreated) throw new Error("taken");
    const { rows } = await owner.query(
      "SELECT option_id, text_value FROM custom_field_values WHERE customer_id = $1 ORDER BY text_value",
      [made.customerId],
    );
    expect(rows).toEqual([
      { option_id: null, text_value: "A-1" },
      { option_id: RED.id, text_value: null },
    ]);
    const again = await createCustomer(member.context("customers.edit"), typed("red"));
    const holder = { customerId: made.customerId, isTrashed: false };
    expect(again).toEqual({ isCreated: false, taken: { field: "custom", fieldId: number.id, ...holder } });
    expect(await listed(member)).toHaveLength(1);
  });

  test("may have several choices, ticked one by one", () => {
    const id = "0190a000-0000-7000-8000-000000000000";
    const typed = new FormData();
    typed.append("name", "Siti");
    for (const choice of ["a", "b"]) typed.append(`custom.${id}`, choice);
    expect(parseForm(typed, newCustomerSchema)).toMatchObject({ value: { custom: { [id]: "a\nb" } } });
    expect(typedForm({ name: "Siti", [`custom.${id}`]: "" }).custom).toEqual({ [id]: "" });
  });

  test("may have a name alone, and gets contacts later", async () => {
    const { member } = await open();
    const id = await made(member, { name: "Kak Ros" });
    expect(await correct(member, id, { email: "ros@example.com" })).toEqual({
      isCorrected: true,
      fields: ["email"],
    });
    expect(await customer(id)).toMatchObject({ name: "Kak Ros", email: "ros@example.com" });
    expect(await listed(member)).toEqual([{ id }]);
  });

  test("is not made when the contact is another customer's; the answer says whose, also in the trash", async () => {
    const { member } = await open();
    const id = await made(member, { name: "Ali", email: "ali@example.com" });
    const taken = { field: "email", customerId: id, isTrashed: false };
    expect(await create(member, { name: "Abu", email: "ALI@example.com" })).toEqual({
      isCreated: false,
      taken,
    });
    await owner.query("UPDATE customers SET deleted_at = now() WHERE id = $1", [id]);
    expect(await create(member, { name: "Abu", email: "ali@example.com" })).toEqual({
      isCreated: false,
      taken: { ...taken, isTrashed: true },
    });
    expect(await listed(member)).toHaveLength(1);
  });

  test("has no address where the form says no more than the country it proposes", async () => {
    const { member } = await open();
    const facts = async (id: string) =>
      (await owner.query("SELECT profile ? 'address' AS has, country FROM customers WHERE id = $1", [id]))
        .rows[0];
    expect(await facts(await made(member, { name: "Ali", country: "MY" }))).toEqual({
      has: false,
      country: null,
    });
    expect(await facts(await made(member, { name: "Abu", country: "SG" }))).toEqual({
      has: true,
      country: "SG",
    });
  });

  test("may share a contact when somebody says so: it stays the other's to be known by", async () => {
    const { member } = await open();
    const id = await made(member, { name: "Ali", phone: "012-345 6789" });
    const wife = await made(member, { name: "Aisyah", phone: "012-345 6789", isShared: "true" });
    expect(await customer(wife)).toMatchObject({ phone: "+60123456789" });
    const { rows } = await owner.query(
      "SELECT customer_id FROM identities WHERE org_id = $1 AND kind = 'phone'",
      [member.orgId],
    );
    expect(rows).toEqual([{ customer_id: id }]);
  });

  test("needs something to be told by, and contacts that can be read", () => {
    const problems = (typed: Record<string, string>) =>
      newCustomerSchema.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];
    expect(problems({ company: "Kedai" })).toEqual([["name", "customerPage:errors.nobody"]]);
    expect(problems({ name: "a", phone: "12" })).toEqual([["phone", "errors:form.phone"]]);
    expect(problems({ name: "a", email: "a@" })).toEqual([["email", "errors:form.email"]]);
    expect(problems({ name: "a", email: "\u0430li@kedai.my" })).toEqual([
      ["email", "customerPage:errors.mixedScripts"],
    ]);
  });
});

describe("a correction by hand", () => {
  const telling = (name: string, day: number) =>
    wooReceived(
      wooCustomerBody({
        buyer: { name, email: "ali@example.com", phone: "" },
        modifiedAt: `2026-12-0${day}T00:00:00`,
      }),
      { topic: "customer.updated" },
    );

  test("[6.3] stands whatever the shop tells later, until it is released", async () => {
    const { shop, member } = await open();
    await shop.deliver(telling("Ali bin Abu", 1));
    const [row] = await listed(member);
    const id = String(row?.id);
    const shown = await customer(id);
    await correct(member, id, { name: "Dato' Ali" });
    await shop.deliver(telling("Ali B Abu", 2));
    expect(await customer(id)).toMatchObject({ ...shown, name: "Dato' Ali" });
    await releaseFact(member.context("customers.edit"), { customerId: id, field: "name" });
    expect((await customer(id)).name).not.toBe("Dato' Ali");
    const again = releaseFact(member.context("customers.edit"), { customerId: id, field: "name" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  test("of the email keeps the customer known by both addresses", async () => {
    const { shop, member } = await open();
    await shop.deliver(telling("Ali", 1));
    const id = String((await listed(member))[0]?.id);
    await correct(member, id, { email: "ali.baru@example.com" });
    for (const email of ["ali@example.com", "ali.baru@example.com"]) {
      const order = wooOrderBody({ id: email.length, customerId: 0, buyer: { email, phone: "" } });
      await shop.deliver(wooReceived(order, { topic: "order.created" }));
    }
    expect(await listed(member)).toEqual([{ id }]);
    expect(await customer(id)).toMatchObject({ email: "ali.baru@example.com", orders_count: 2 });
  });

  test("can say that there is none, and changes nothing where it says what is shown", async () => {
    const { member } = await open();
    const id = await made(member, { name: "Ali", email: "ali@example.com", company: "Lama" });
    expect(await correct(member, id, { company: "", email: "" })).toMatchObject({
      fields: ["email", "company"],
    });
    expect(await customer(id)).toMatchObject({ company: null, email: null, name: "Ali" });
    expect(await correct(member, id, { name: "Ali" })).toEqual({ isCorrected: true, fields: [] });
  });

  test("is audited with what was and what is, and not possible from another organization", async () => {
    const { member } = await open();
    const other = await createMember(database);
    const id = await made(member, { name: "Ali" });
    await correct(member, id, { name: "Abu" });
    await expect(correct(other, id, { name: "Evil" })).rejects.toMatchObject({ code: "not_found" });
    await expect(
      releaseFact(other.context("customers.edit"), { customerId: id, field: "name" }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await customer(id)).name).toBe("Abu");
    const { rows } = await owner.query(
      `SELECT l.action, l.facts, v.before, v.after FROM audit_log l JOIN audit_values v USING (org_id, seq)
       WHERE l.org_id = $1 AND l.subject_id = $2 ORDER BY l.seq DESC LIMIT 1`,
      [member.orgId, id],
    );
    expect(rows).toEqual([
      {
        action: "customer.corrected",
        facts: { fields: "name" },
        before: { name: "Ali" },
        after: { name: "Abu" },
      },
    ]);
  });

  test("takes one round trip to enter, and one each to begin, read, write and end", async () => {
    const { member } = await open();
    const id = await made(member, { name: "Ali", email: "ali@example.com", country: "SG" });
    const counted = async (work: () => Promise<unknown>) => {
      const before = await database.roundTrips();
      await work();
      const after = await database.roundTrips();
      return [after.httpRequests - before.httpRequests, after.socketRoundTrips - before.socketRoundTrips];
    };
    expect(await counted(() => correct(member, id, { name: "Abu", email: "abu@example.com" }))).toEqual([
      1, 4,
    ]);
    const release = () => releaseFact(member.context("customers.edit"), { customerId: id, field: "name" });
    expect(await counted(release)).toEqual([1, 4]);
    // A number of the customer's own country is known as such only when the customer is read.
    expect(await counted(() => correct(member, id, { phone: "9123 4567" }))).toEqual([1, 5]);
    expect(await customer(id)).toMatchObject({ phone: "+6591234567" });
  });

  test("is refused to those who may only look", async () => {
    const { member } = await open();
    const id = await made(member, { name: "Ali" });
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    await expect(correct(viewer, id, { name: "Abu" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(create(viewer, { name: "Abu" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
