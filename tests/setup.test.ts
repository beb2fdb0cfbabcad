import { expect, test } from "vitest";
import { createTestDatabase } from "./setup/database";

const database = await createTestDatabase();
const neighbour = await createTestDatabase();

test("tests run in a zone other than UTC, and the database in UTC", async () => {
  expect(new Date(2026, 0).getTimezoneOffset()).not.toBe(0);
  const zone = await database.owner.query("SHOW timezone");
  expect(zone.rows).toEqual([{ TimeZone: "UTC" }]);
});

test("a test database is migrated, empty and nobody else's", async () => {
  const orders = await database.owner.query("SELECT count(*)::int AS n FROM orders");
  expect(orders.rows).toEqual([{ n: 0 }]);
  await database.owner.query("CREATE TABLE mine (id int)");
  const seen = await neighbour.owner.query("SELECT to_regclass('mine') AS name");
  expect(seen.rows).toEqual([{ name: null }]);
});
