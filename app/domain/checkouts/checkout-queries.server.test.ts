import { beforeEach, describe, expect, test } from "vitest";
import { createCheckout } from "../../../tests/factories/checkout-rows";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { readListParams } from "../filters/list-query.schema";
import { listCheckouts, listCustomerCheckouts, searchCheckouts } from "./checkout-queries.server";
import { getCheckout } from "./get-checkout.server";

const database = await createTestDatabase();

let member: TestMember;
let shopId: string;
beforeEach(async () => {
  member = await createMember(database);
  const run = (text: string, values: unknown[]) => database.owner.query(text, values);
  ({ shopId } = await createConnectedShop(run, { orgId: member.orgId, platform: "shopify" }));
});

const view = (who = member) => who.context("orders.view");
const list = (params: Record<string, string> = {}, who = member) =>
  listCheckouts(view(who), readListParams("checkouts", new URLSearchParams(params)));
const numbersOf = async (params: Record<string, string>) =>
  (await list(params)).rows.map(({ number }) => number);

describe("the checkouts list", () => {
  test("shows the last active first, and not what was paid for without a pause", async () => {
    const on = (day: number) => `2026-10-${String(day).padStart(2, "0")}T00:00:00.000Z`;
    for (const day of [3, 9, 5]) {
      await createCheckout(database, member.orgId, { shopId, number: `#${day}`, activeAt: on(day) });
    }
    await createCheckout(database, member.orgId, { shopId, number: "#4", state: "completed" });
    const { rows, count } = await list();
    expect(rows.map(({ number }) => number)).toEqual(["#9", "#5", "#3"]);
    expect(count).toBe(3);
  });

  test("is narrowed by where they stand: an open one is abandoned once its hour is over", async () => {
    const now = view().now().getTime();
    const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
    await createCheckout(database, member.orgId, { shopId, number: "#busy", activeAt: ago(59) });
    await createCheckout(database, member.orgId, { shopId, number: "#left", activeAt: ago(61) });
    await createCheckout(database, member.orgId, { shopId, number: "#back", state: "recovered" });
    expect(await numbersOf({ status: "active" })).toEqual(["#busy"]);
    expect(await numbersOf({ status: "abandoned" })).toEqual(["#left"]);
    expect(await numbersOf({ status: "recovered" })).toEqual(["#back"]);
    const noneOf = { v: 1, match: "all", rules: [{ field: "status", op: "noneOf", value: ["recovered"] }] };
    expect((await numbersOf({ filter: JSON.stringify(noneOf) })).sort()).toEqual(["#busy", "#left"]);
    expect((await list()).rows.map(({ status }) => status).sort()).toEqual([
      "abandoned",
      "active",
      "recovered",
    ]);
  });

  test("is searched by number, customer and contact; by contact only for roles that see contacts", async () => {
    const customerId = await createCustomer(database, member.orgId, { name: "Siti Aminah" });
    await createCheckout(database, member.orgId, { shopId, number: "#900", customerId });
    await createCheckout(database, member.orgId, { shopId, number: "#901", email: "kenari@contoh.my" });
    expect(await numbersOf({ q: "#901" })).toEqual(["#901"]);
    expect(await numbersOf({ q: "aminah" })).toEqual(["#900"]);
    expect(await numbersOf({ q: "Kenari@contoh.my" })).toEqual(["#901"]);
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    expect((await list({ q: "kenari@contoh.my" }, viewer)).rows).toEqual([]);
    const found = await searchCheckouts(view(), "900", { limit: 5 });
    expect(found.map(({ number }) => number)).toEqual(["#900"]);
  });

  test("masks contacts for roles that may not see them", async () => {
    const email = "kenari@contoh.my";
    const checkoutId = await createCheckout(database, member.orgId, { shopId, email });
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    const seen = [await list({}, viewer), await getCheckout(view(viewer), { checkoutId })];
    expect(JSON.stringify(seen)).not.toContain(email);
    expect(JSON.stringify([await list(), await getCheckout(view(), { checkoutId })])).toContain(email);
  });

  test("of another organization is empty, and its checkouts are not found", async () => {
    const checkoutId = await createCheckout(database, member.orgId, { shopId });
    const other = await createMember(database);
    expect((await list({}, other)).rows).toEqual([]);
    await expect(getCheckout(view(other), { checkoutId })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a customer's checkouts are those of the customer's own", async () => {
  const customerId = await createCustomer(database, member.orgId);
  const id = await createCheckout(database, member.orgId, { shopId, customerId });
  await createCheckout(database, member.orgId, { shopId, number: "#C-2" });
  expect((await listCustomerCheckouts(view(), { customerId })).map((one) => one.id)).toEqual([id]);
});
