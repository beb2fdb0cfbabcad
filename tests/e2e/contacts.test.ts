import { describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { isAllowed, ROLES } from "~/domain/organizations/permissions";
import { startBuiltApp } from "../setup/built-app";
import type { World } from "./access-rules";
import { joinApp } from "./support/app-member";
import { createWorld } from "./support/app-world";
import { listBuildRoutes } from "./support/build-routes";
import { listDoors } from "./support/doors";
import { tellContact } from "./support/told-contacts";

const CANARY = { email: "kenari.rahsia@contoh.my", phone: "0198765432" };
/** The email, its name, and the phone's digits however they are grouped. */
const TRACES = [/kenari\.rahsia/i, /198[\s-]?765[\s-]?432/];

const app = await startBuiltApp();
const admin = await joinApp(app);
// Shops write freely why they gave money back.
const refunds = [{ id: 9001, amountMinor: 100, reason: `Hantar balik kepada ${CANARY.email}` }];
const named = await createWorld(app, admin, wooOrderBody({ id: 900, buyer: CANARY, refunds }));
// Who gave no name must not be called by their contacts instead.
const unnamed = await createWorld(app, admin, wooOrderBody({ id: 901, buyer: { ...CANARY, name: "" } }));
const told = await tellContact(app, admin, unnamed, CANARY.email);
const loaders = listDoors(await listBuildRoutes()).filter(
  ({ fields, access }) => fields === null && access !== "public",
);
const MORE = [
  "/search?q=900",
  "/search?q=view",
  "/orders?q=900",
  "/customers?sort=spend",
  `/customers?sort=name&columns=email,phone,${told}`,
  `/customers?sort=${told}`,
  "/connections/deliveries?q=900",
];
const moreOf = ({ customerId, orderId }: World) => [
  `/payloads/customer/${customerId}`,
  `/orders/new?customer=${customerId}`,
  `/subscriptions/new?customer=${customerId}`,
  `/neighbours?noun=orders&id=${orderId}`,
];
const addresses = [named, unnamed].flatMap((world) => [
  ...loaders.map(({ url }) => url(world)),
  ...[...MORE, ...moreOf(world)].map((path) => `/o/${world.slug}${path}`),
]);

/** The addresses whose answers to a role say a contact of the customer. */
async function findTraces(role: (typeof ROLES)[number]): Promise<string[]> {
  const member = await joinApp(app, { organization: admin, role });
  const found: string[] = [];
  for (const address of addresses) {
    const text = await (await member.ask(address)).text();
    if (TRACES.some((trace) => trace.test(text))) found.push(address);
  }
  return found;
}

describe("a customer's email and phone", () => {
  const blind = ROLES.filter((role) => !isAllowed(role, "contacts.view"));

  test.each(blind)("[2.2a] [3.3a] are in no answer of any loader to the role %s", async (role) => {
    expect(await findTraces(role)).toEqual([]);
  });

  test("are found by this test in the answers to those who may see them", async () => {
    const found = await findTraces("admin");
    expect(found.length).toBeGreaterThan(3);
    expect(found).toContain(`/o/${unnamed.slug}/customers/${unnamed.customerId}/notes`);
  });
});
