import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createConnectedShop } from "../../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { changeRetention } from "./change-retention.server";
import { clearDeliveries } from "./clear-deliveries.server";
import { getRetention } from "./retention-queries.server";

const database = await createTestDatabase();
const run = (statement: string, values: unknown[]) => database.owner.query(statement, values);
const DAY_MS = 86_400_000;
const NOW = new Date();
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
let aina: TestMember;
let connectionId: string;

beforeAll(async () => {
  aina = await createMember(database);
  ({ connectionId } = await createConnectedShop(run, { orgId: aina.orgId }));
});

async function arrived(days: number, member = aina): Promise<string> {
  const id = randomUUID();
  await run(
    `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, dedupe_key, outcome, headers, body, body_bytes)
     VALUES ($1, $2, $3, $4, 'order.created', 'k', 'applied', '{"topic":"x"}', '{"id":7}', 8)`,
    [member.orgId, id, ago(days), connectionId],
  );
  return id;
}
const kept = async (id: string) =>
  (await database.owner.query("select body, headers from deliveries where id = $1", [id])).rows[0];
const change = (days: number, member = aina) =>
  changeRetention(member.context("organization.manage"), { days });
const clear = (maxBatches = 50, now = NOW) =>
  clearDeliveries({ db: openHttp(database.url), now, maxBatches });

describe("[5.4] webhook logs", () => {
  test("keep what shops sent as long as the organization says, and the line after that", async () => {
    await change(14);
    expect(await getRetention(aina.context("organization.manage"))).toBe(14);
    const [old, young] = [await arrived(16), await arrived(12)];
    const other = await createMember(database);
    const theirs = await arrived(16, other);
    await clear();
    expect(await kept(old)).toEqual({ body: null, headers: {} });
    expect(await kept(young)).toMatchObject({ body: '{"id":7}' });
    expect(await kept(theirs)).toMatchObject({ body: '{"id":7}' });
  });

  test("are cleared in bounded batches, each going on where the last one ended", async () => {
    const member = await createMember(database);
    await run(
      `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, dedupe_key, outcome, body, body_bytes)
       SELECT $1, gen_random_uuid(), $2::timestamptz + n * interval '1 second', $3, 't', 'k' || n, 'applied', '{}', 2
       FROM generate_series(1, 2500) n`,
      [member.orgId, ago(40), connectionId],
    );
    await change(30, member);
    const left = async () =>
      (
        await run("select count(*)::int as n from deliveries where org_id = $1 and body is not null", [
          member.orgId,
        ])
      ).rows[0].n;
    await clear(1);
    const rest = await left();
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThan(2500);
    await clear();
    expect(await left()).toBe(0);
  });

  test("follow a shorter time at the next run", async () => {
    const id = await arrived(9);
    await clear();
    expect(await kept(id)).toMatchObject({ body: '{"id":7}' });
    await change(7);
    await clear();
    expect(await kept(id)).toMatchObject({ body: null });
  });

  test("lose whole months once their last day is 90 days old, and never a younger one", async () => {
    await database.owner.query("select ensure_delivery_partitions($1::date, $2::date)", [ago(200), ago(80)]);
    const [old, young] = [await arrived(190), await arrived(80)];
    const { months } = await clear();
    expect(months.length).toBeGreaterThan(0);
    expect(await kept(old)).toBeUndefined();
    expect(await kept(young)).toBeDefined();
    expect((await clear()).months).toEqual([]);
  });

  test("and no clock that runs ahead takes away more", async () => {
    const id = await arrived(20);
    await change(60);
    await clear(50, new Date(NOW.getTime() + 400 * DAY_MS));
    expect(await kept(id)).toBeDefined();
  });

  test("[1.4d] a change of the time is audited, the same time is none, and others may not", async () => {
    const member = await createMember(database);
    await change(30, member);
    await change(30, member);
    const acts = await run("select action, facts from audit_log where org_id = $1", [member.orgId]);
    expect(acts.rows).toEqual([{ action: "deliveries.retention_changed", facts: { before: 90, days: 30 } }]);
    const manager = await createMember(database, { organization: member, role: "manager" });
    await expect(change(7, manager)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getRetention(member.context("organization.manage"))).toBe(30);
  });
});
