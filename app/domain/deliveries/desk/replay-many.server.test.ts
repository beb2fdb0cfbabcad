import { beforeEach, describe, expect, test, vi } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { openHttp } from "~/db/client";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { runJob } from "~/domain/jobs/run-job.server";
import { openTestShop, type TestShop, wooReceived } from "../../../../tests/factories/deliveries";
import { createJobTools } from "../../../../tests/factories/job-tools";
import { createMember, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { listDeliveries } from "../deliveries-queries.server";
import { NO_FILTERS } from "../delivery-filters";
import { createReplay } from "./create-replay.server";

const database = await createTestDatabase();
let aina: TestMember;
let shop: TestShop;

beforeEach(async () => {
  aina = await createMember(database);
  shop = await openTestShop(database, { orgId: aina.orgId });
});

const FAILED = { kind: "matching", filters: { ...NO_FILTERS, outcome: "needs_attention" } } as const;
const replay = (selection: Parameters<typeof createReplay>[1] = FAILED, member = aina) =>
  createReplay(member.context("deliveries.replay"), selection);

/** Deliveries of a topic that was not known when they came, and is now. */
async function park(count: number, first = 1) {
  const parked = Array.from({ length: count }, (_, i) =>
    wooReceived(wooOrderBody({ id: first + i }), { topic: "order.teleported" }),
  );
  for (let i = 0; i < parked.length; i += 50) await shop.deliver(...parked.slice(i, i + 50));
  await database.owner.query("update deliveries set topic = 'order.updated' where org_id = $1", [aina.orgId]);
  return parked;
}

async function work(steps = JOB_STEPS) {
  const host = {
    orm: openHttp(database.url),
    steps,
    tell: async () => undefined,
    tools: createJobTools(database),
  };
  for (const jobId of aina.woken.splice(0)) await runJob(host, { orgId: aina.orgId, jobId });
}

const orders = async () => (await shop.rows("select number from orders where org_id = $1")).length;
const replays = () =>
  shop.rows("select applied, unchanged, failed, selection from delivery_replays where org_id = $1");

describe("a replay of many deliveries", () => {
  test("applies all that match, on however many pages, and counts what became of them", async () => {
    await park(120);
    await replay();
    await work();
    expect(await orders()).toBe(120);
    expect(await replays()).toEqual([{ applied: 120, unchanged: 0, failed: 0, selection: null }]);
    expect(await shop.rows("select state, done, total, failed from jobs where org_id = $1")).toEqual([
      { state: "done", done: 120, total: 120, failed: 0 },
    ]);
  });

  test("takes those that were ticked only, and tells which cannot be applied", async () => {
    const [one, two, three] = await park(3);
    await database.owner.query("update deliveries set topic = 'order.teleported' where id = $1", [two?.id]);
    const { replayId } = await replay({ kind: "ids", ids: [one?.id ?? "", two?.id ?? ""] });
    await work();
    const log = listDeliveries(
      aina.context("deliveries.view"),
      { ...NO_FILTERS, replay: replayId, outcome: "needs_attention" },
      {},
    );
    expect((await log).deliveries.map(({ id }) => id)).toEqual([two?.id]);
    expect(await orders()).toBe(1);
    expect(await replays()).toMatchObject([{ applied: 1, failed: 1 }]);
    const untouched = await shop.rows(
      `select attempts from deliveries where org_id = $1 and id = '${three?.id}'`,
    );
    expect(untouched).toEqual([{ attempts: 1 }]);
    const attempts = await shop.rows(
      `select outcome from delivery_attempts where org_id = $1 and replay_id is not null order by outcome`,
    );
    expect(attempts).toEqual([{ outcome: "applied" }, { outcome: "needs_attention" }]);
  });

  test("replays none twice after a crash that lost a step's end", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await park(60);
    await replay();
    const woken = [...aina.woken];
    let steps = 0;
    await work({
      ...JOB_STEPS,
      delivery_replay: async (tools, job) => {
        const result = await JOB_STEPS.delivery_replay(tools, job);
        steps += 1;
        if (steps === 1) throw new Error("worker ended");
        return result;
      },
    }).catch(() => undefined);
    await database.owner.query("update jobs set leased_until = null where org_id = $1", [aina.orgId]);
    aina.woken.push(...woken);
    await work();
    expect(await replays()).toMatchObject([{ applied: 60, failed: 0 }]);
    expect(await shop.rows("select distinct attempts from deliveries where org_id = $1")).toEqual([
      { attempts: 2 },
    ]);
  });

  test("leaves alone what came after it was asked for", async () => {
    await park(1);
    const past = new Date("2026-11-01T00:00:00Z");
    const selected = createReplay(aina.context("deliveries.replay", { now: () => past }), FAILED);
    await expect(selected).rejects.toMatchObject({ code: "not_found" });
  });

  test("[1.4d] is one act in the audit log, without what was searched for", async () => {
    await park(1);
    await replay({ kind: "matching", filters: { ...FAILED.filters, q: "1" } });
    const acts = await shop.rows("select action, facts from audit_log where org_id = $1");
    expect(acts).toMatchObject([
      { action: "deliveries.replayed", facts: { filters: "outcome: needs_attention" } },
    ]);
  });

  test("touches nothing of another organization, and is refused to roles that may not", async () => {
    const [theirs] = await park(1);
    const stranger = await createMember(database);
    const asked = replay({ kind: "ids", ids: [theirs?.id ?? ""] }, stranger);
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
    const analyst = await createMember(database, { organization: aina, role: "analyst" });
    await expect(replay(FAILED, analyst)).rejects.toMatchObject({ code: "forbidden" });
    expect(await orders()).toBe(0);
  });
});
