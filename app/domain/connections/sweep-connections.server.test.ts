import { beforeEach, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { listNextConnections, recordRefusals } from "./sweep-connections.server";

const database = await createTestDatabase();
const db = openHttp(database.url);
const run = (text: string, values: unknown[]) => database.owner.query(text, values);

beforeEach(async () => {
  await database.owner.query("DELETE FROM organizations");
  await database.owner.query("DELETE FROM sweep_cursors");
});

describe("the sweep's pages", () => {
  test("add up to every connection once, across runs, and begin anew after the last", async () => {
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await createConnectedShop(run)).connectionId);
    const pages = [];
    for (let i = 0; i < 3; i++) pages.push((await listNextConnections(db, 2)).map(({ id }) => id));
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().sort()).toEqual(made.sort());
    expect((await listNextConnections(db, 2)).map(({ id }) => id)).toEqual(pages[0]);
  });

  test("leave out connections that were removed more than a month ago", async () => {
    const gone = await createConnectedShop(run, { state: "removed" });
    const recent = await createConnectedShop(run, { state: "removed" });
    await run("UPDATE connections SET removed_at = now() - interval '32 days' WHERE id = $1", [
      gone.connectionId,
    ]);
    expect(await listNextConnections(db, 10)).toEqual([{ orgId: recent.orgId, id: recent.connectionId }]);
  });
});

describe("recording refusals", () => {
  const minute = "2026-11-23T04:05:00.000Z";

  test("keeps the greater count of a minute, so that telling it twice changes nothing", async () => {
    const { orgId, connectionId } = await createConnectedShop(run);
    const tally = { orgId, connectionId, minute, reason: "bad_signature", count: 3 };
    await recordRefusals(db, [tally, { ...tally, reason: "switched_off", count: 1 }]);
    await recordRefusals(db, [{ ...tally, count: 2 }]);
    await recordRefusals(db, [{ ...tally, count: 5 }]);
    const kept = await database.owner.query("SELECT reason, count FROM refusals ORDER BY reason");
    expect(kept.rows).toEqual([
      { reason: "bad_signature", count: 5 },
      { reason: "switched_off", count: 1 },
    ]);
  });

  test("passes over a connection of another organization or of none", async () => {
    const { connectionId } = await createConnectedShop(run);
    const { orgId } = await createConnectedShop(run);
    await recordRefusals(db, [{ orgId, connectionId, minute, reason: "bad_signature", count: 3 }]);
    expect((await database.owner.query("SELECT * FROM refusals")).rows).toEqual([]);
  });
});
