import { beforeEach, describe, expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";
import { createSubscription } from "./create-subscription.server";
import { getSubscription } from "./get-subscription.server";
import { subscriptionCreateSchema, subscriptionEditSchema } from "./subscription-edit.schema";

const database = await createTestDatabase();
const { owner } = database;

let member: TestMember;
beforeEach(async () => {
  member = await createMember(database, { role: "member", timeZone: "Asia/Kuala_Lumpur" });
});

const TERMS = { status: "active", currency: "myr", amount: "39", intervalCount: "1", intervalUnit: "month" };
const TYPED = { ...TERMS, product: "Kopi bulanan", started: "2026-11-01", nextPayment: "2026-12-01" };
const create = (change: object = {}, who = member) =>
  createSubscription(who.context("orders.edit"), subscriptionCreateSchema.parse({ ...TYPED, ...change }));
const read = (subscriptionId: string, who = member) =>
  getSubscription(who.context("subscriptions.view"), { subscriptionId });
const correct = (id: string, change: object, who = member) => {
  const edit = subscriptionEditSchema.parse({ ...TERMS, intent: "correct", ...change });
  if (edit.intent !== "correct") throw new Error("not a correction");
  return correctRecord(who.context("orders.edit"), { kind: "subscription", id }, edit.values);
};

describe("a subscription entered by hand", () => {
  test("is its customer's, for what was typed, on the organization's days, and written down", async () => {
    const customerId = await createCustomer(database, member.orgId, { name: "Siti" });
    const id = await create({ customerId });
    expect(await read(id)).toMatchObject({
      number: "M-1",
      status: "active",
      platform: "manual",
      customerId,
      currency: "MYR",
      amountMinor: 3900,
      startedAt: new Date("2026-10-31T16:00:00Z"),
      nextPaymentAt: new Date("2026-11-30T16:00:00Z"),
      items: [{ name: "Kopi bulanan", quantity: 1, totalMinor: 3900 }],
    });
    const { rows } = await owner.query(
      `SELECT a.action, i.customer_id FROM audit_log a JOIN subscriptions s ON s.id::text = a.subject_id
       JOIN identities i ON i.id = s.identity_id WHERE s.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ action: "subscription.created", customer_id: customerId }]);
  });

  test("makes its customer on the way, and refuses a contact that another customer has", async () => {
    const buyer = { buyerName: "Mei Ling", buyerEmail: "mei@contoh.my" };
    expect(await read(await create(buyer))).toMatchObject({ customerName: "Mei Ling" });
    const again = create({ buyerName: "Mei", buyerEmail: "mei@contoh.my" });
    await expect(again).rejects.toMatchObject({ code: "invalid", fields: { buyerEmail: expect.anything() } });
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM subscriptions WHERE org_id = $1", [
      member.orgId,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("is numbered on, and is for nobody where nobody is named", async () => {
    const made = [await create(), await create({ nextPayment: undefined })];
    const [first, second] = await Promise.all(made.map((id) => read(id)));
    expect([first?.number, second?.number]).toEqual(["M-1", "M-2"]);
    expect(second).toMatchObject({ customerId: null, nextPaymentAt: null });
  });

  test("is not for Viewers, nor for a customer of another organization", async () => {
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    await expect(create({}, viewer)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createMember(database);
    const customerId = await createCustomer(database, other.orgId);
    await expect(create({ customerId })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("correcting when a subscription is paid next", () => {
  test("a day moves it there, and none says that nothing is due", async () => {
    const id = await create();
    expect(await correct(id, { nextPayment: "2027-01-01" })).toEqual(["nextPaymentAt"]);
    expect(await read(id)).toMatchObject({ nextPaymentAt: new Date("2026-12-31T16:00:00Z") });
    await correct(id, { status: "cancelled" });
    expect(await read(id)).toMatchObject({ status: "cancelled", nextPaymentAt: null });
  });

  test("leaves the hour that a shop told where the day is the same", async () => {
    const id = await create();
    await owner.query("UPDATE subscriptions SET next_payment_at = '2026-12-01T03:15:00Z' WHERE id = $1", [
      id,
    ]);
    expect(await correct(id, { nextPayment: "2026-12-01" })).toEqual([]);
  });

  test("of another organization is not found", async () => {
    const id = await create();
    const other = await createMember(database, { role: "member" });
    await expect(correct(id, { amount: "1" }, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(read(id, other)).rejects.toMatchObject({ code: "not_found" });
    expect(await read(id)).toMatchObject({ amountMinor: 3900 });
  });
});

test("what cannot be read is named at its field", () => {
  const paths = (change: object) =>
    subscriptionCreateSchema
      .safeParse({ ...TYPED, ...change })
      .error?.issues.map(({ path }) => path.join("."));
  expect(paths({ started: "2026-02-30" })).toEqual(["started"]);
  expect(paths({ nextPayment: "soon" })).toEqual(["nextPayment"]);
  expect(paths({ product: " " })).toEqual(["product"]);
  expect(paths({ buyerEmail: "mei" })).toEqual(["buyerEmail"]);
  expect(paths({ buyerName: "Mei", buyerPhone: "12" })).toEqual(["buyerPhone"]);
  expect(paths({ intervalCount: "0" })).toEqual(["intervalCount"]);
});
