import { beforeAll, describe, expect, test } from "vitest";
import { PAGE_SIZE } from "~/domain/filters/list-plan.server";
import { createCustomer } from "../factories/customer-rows";
import { startBuiltApp } from "../setup/built-app";
import { ACCESS_MATRIX } from "./access-matrix";
import type { World } from "./access-rules";
import { type AppMember, joinApp } from "./support/app-member";
import { createWorld } from "./support/app-world";
import { listBuildRoutes } from "./support/build-routes";

const app = await startBuiltApp();
const routes = await listBuildRoutes();
const admin = await joinApp(app);
let world: World;

beforeAll(async () => {
  world = await createWorld(app, admin);
});

/** Pages that send more reads after their first paint, and how many batches those are. No page does yet. */
const DEFERRED: Record<string, number> = {};

/** The database requests that an answer took, deferred ones included. */
async function countRoundTrips(who: Pick<AppMember, "ask">, path: string): Promise<number> {
  const before = await app.database.roundTrips();
  const answer = await who.ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  await answer.text();
  const after = await app.database.roundTrips();
  expect(after.sockets).toBe(before.sockets);
  return after.httpRequests - before.httpRequests;
}

const pages = routes.flatMap(({ id, isPage }) => {
  const path = ACCESS_MATRIX[id]?.path;
  return isPage && path ? [{ id, path }] : [];
});

describe("a page costs one blocking round trip to the database", () => {
  const ofOrgs = pages.filter(({ id }) => id.startsWith("routes/o.$slug"));

  test.each(ofOrgs)("$id, opened and navigated to", async ({ id, path }) => {
    const expected = 1 + (DEFERRED[id] ?? 0);
    expect(await countRoundTrips(admin, path(world))).toBe(expected);
    expect(await countRoundTrips(admin, `${path(world)}.data`)).toBe(expected);
  });

  test("with filters, search and a page's cursor too", async () => {
    const base = `/o/${admin.slug}`;
    const paths = [
      `${base}/customers?q=aisyah&sort=name`,
      `${base}/customers?sort=spend&order=asc`,
      `${base}/orders?q=727`,
      `${base}/products?q=sambal`,
      `${base}/connections/deliveries?outcome=applied&period=week&q=727`,
      `${base}/search?q=aisyah`,
      `${base}/subscriptions?q=aisyah`,
      `${base}/checkouts?q=aisyah`,
      `${base}/orders/new?customer=${world.customerId}`,
      `${base}/subscriptions/new?customer=${world.customerId}`,
      `${base}/imports/new?noun=orders`,
      `${base}/products/choices?q=sambal`,
      `${base}/note-readers`,
      `${base}/customers/${world.customerId}/timeline`,
      `${base}/customers/${world.customerId}/consents`,
      `${base}/payloads/order/${world.orderId}`,
      `${base}/payloads/customer/${world.customerId}`,
      `${base}/neighbours?noun=products&id=${world.productId}`,
    ];
    for (const path of paths) expect([path, await countRoundTrips(admin, path)]).toEqual([path, 1]);
  });

  const filtered = (rule: object) => {
    const filter = encodeURIComponent(JSON.stringify({ v: 1, match: "all", rules: [rule] }));
    return `/o/${admin.slug}/customers?filter=${filter}`;
  };

  test("and a filter's rows are read beside it at the same moment, and count themselves where they are all", async () => {
    const path = filtered({ field: "orders", op: "atLeast", value: 1 });
    expect(await countRoundTrips(admin, path)).toBe(2);
    expect(await countRoundTrips(admin, `${path}&q=aisyah`)).toBe(2);
  });

  test("the number of more than a page of them is read after the page", async () => {
    for (let i = 0; i <= PAGE_SIZE; i++)
      await createCustomer(app.database, admin.orgId, { name: `Zulaikha ${i}` });
    expect(
      await countRoundTrips(admin, filtered({ field: "name", op: "startsWith", value: "Zulaikha" })),
    ).toBe(3);
  });
});

describe("a page of whoever is logged in costs one, too", () => {
  const ofPeople = pages.filter(
    ({ id }) => ACCESS_MATRIX[id]?.loader === "session" && id !== "routes/o._index",
  );

  test.each(ofPeople)("$id", async ({ path }) => {
    expect(await countRoundTrips(admin, path(world))).toBe(1);
  });
});

describe("a visitor's page costs none", () => {
  const nobody = { ask: (path: string) => fetch(app.url + path, { redirect: "manual" }) };
  // Not found, led to log in first, and counted below.
  const elsewhere = ["routes/$", "routes/_account.log-in_.second-step", "routes/status"];
  const ofVisitors = pages.filter(
    ({ id }) => ACCESS_MATRIX[id]?.loader === "public" && !elsewhere.includes(id),
  );

  test.each(ofVisitors)("$id", async ({ path }) => {
    expect(await countRoundTrips(nobody, path(world))).toBe(0);
  });

  test("but the status page's one, which serves everybody for a minute", async () => {
    expect(await countRoundTrips(nobody, "/status")).toBe(1);
    expect(await countRoundTrips(nobody, "/status?lng=ms")).toBe(0);
    expect(await countRoundTrips(admin, "/status.data")).toBe(0);
  });
});
