import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, test, vi } from "vitest";
import type { Inbox } from "../inbox";
import { catchHandOns, configureInbox, deliver } from "./inbox-fixture";

const DAY_MS = 86_400_000;

async function deliverMany(connectionId: string, count: number, size = 0): Promise<void> {
  const pad = "x".repeat(size);
  for (let id = 1; id <= count; id++) await deliver(connectionId, { id, pad });
}

const alarmOf = (inbox: DurableObjectStub<Inbox>) =>
  runInDurableObject(inbox, (_inbox, state) => state.storage.getAlarm());

/** Runs the alarm now, or waits until the one that rings by itself is through. */
async function ring(inbox: DurableObjectStub<Inbox>): Promise<void> {
  await runDurableObjectAlarm(inbox);
}

const rows = (inbox: DurableObjectStub<Inbox>, query: string) =>
  runInDurableObject(inbox, (_inbox, state) => state.storage.sql.exec(query).toArray());

describe("handing on", () => {
  test("happens by itself, soon after the first delivery", async () => {
    const { inbox, connectionId, config } = await configureInbox();
    const sent = await catchHandOns(inbox);
    await deliverMany(connectionId, 3);
    await vi.waitFor(() => expect(sent).not.toEqual([]), { timeout: 2000 });
    const { orgId } = config;
    expect(sent).toEqual([{ kind: "hand_on", orgId, connectionId, fromSeq: 1, toSeq: 3 }]);
  });

  test("cuts what waits into ranges of at most a hundred", async () => {
    const { inbox, connectionId } = await configureInbox();
    const sent = await catchHandOns(inbox);
    await runInDurableObject(inbox, (_inbox, state) => {
      state.storage.sql.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 230)
         INSERT INTO deliveries SELECT i, 'id', 0, 'key' || i, 't', NULL, NULL, '{}', NULL, 10, '', 0, NULL, 1 FROM n`,
      );
    });
    await inbox.poke();
    await ring(inbox);
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(sent.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([
      [1, 100],
      [101, 200],
      [201, 230],
    ]);
    expect((await inbox.read(101, 300)).deliveries).toHaveLength(100);
    expect((await inbox.read(101, 300)).nextSeq).toBe(201);
    expect(connectionId).toBe(sent[0]?.connectionId);
  });

  test("cuts by weight, too, and a reader gets no more at once than it can hold", async () => {
    const { inbox, connectionId } = await configureInbox();
    const sent = await catchHandOns(inbox);
    await deliverMany(connectionId, 10, 1_000_000);
    await vi.waitFor(() => expect(sent.at(-1)?.toSeq).toBe(10), { timeout: 3000 });
    for (const { fromSeq, toSeq } of sent) expect(toSeq - fromSeq).toBeLessThan(4);
    const page = await inbox.read(1, 10);
    expect(page.deliveries).toHaveLength(8);
    expect(page.nextSeq).toBe(9);
  });

  test("is repeated until it is confirmed, although the queue lost it or its consumer died", async () => {
    const { inbox, connectionId } = await configureInbox();
    const sent = await catchHandOns(inbox, { retryMs: 30 });
    await deliverMany(connectionId, 2);
    await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(3), { timeout: 3000 });
    await inbox.confirm([1, 2]);
    const count = sent.length;
    await ring(inbox);
    await ring(inbox);
    expect(sent).toHaveLength(count);
    expect(await rows(inbox, "SELECT * FROM hand_ons")).toEqual([]);
  });

  test("waits longer each time, up to ten minutes", async () => {
    const { inbox, connectionId } = await configureInbox();
    await catchHandOns(inbox);
    await deliverMany(connectionId, 1);
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      await runInDurableObject(inbox, (_inbox, state) => {
        state.storage.sql.exec("UPDATE hand_ons SET due_at = 0");
      });
      await inbox.poke();
      await ring(inbox);
      const [due] = await rows(inbox, "SELECT due_at FROM hand_ons");
      waits.push(Math.round((Number(due?.due_at) - Date.now()) / 1000));
    }
    expect(waits.slice(-9)).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600]);
  });

  test("keeps what was not confirmed of a range", async () => {
    const { inbox, connectionId } = await configureInbox();
    const sent = await catchHandOns(inbox, { retryMs: 30 });
    await deliverMany(connectionId, 3);
    await vi.waitFor(() => expect(sent).not.toEqual([]));
    await inbox.confirm([1, 3]);
    expect((await inbox.read(1, 3)).deliveries.map(({ seq }) => seq)).toEqual([2]);
    const before = sent.length;
    await vi.waitFor(() => expect(sent.length).toBeGreaterThan(before));
    await inbox.confirm([2]);
    expect(await rows(inbox, "SELECT * FROM hand_ons")).toEqual([]);
  });

  test("goes on after the queue failed more often than the platform repeats an alarm", async () => {
    const { inbox, connectionId } = await configureInbox();
    let failures = 0;
    const sent = await catchHandOns(inbox, { retryMs: 20, fail: () => failures++ < 9 });
    await deliverMany(connectionId, 1);
    await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 5000 });
    expect(failures).toBeGreaterThan(9);
  });

  test("begins again when the sweep pokes an inbox whose alarm was lost", async () => {
    const { inbox, connectionId } = await configureInbox();
    const sent = await catchHandOns(inbox);
    await deliverMany(connectionId, 1);
    await runInDurableObject(inbox, (_inbox, state) => state.storage.deleteAlarm());
    expect(await runDurableObjectAlarm(inbox)).toBe(false);
    expect((await inbox.poke()).pending).toBe(1);
    expect(await alarmOf(inbox)).not.toBeNull();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  test("survives an eviction between storing and handing on", async () => {
    const { inbox, connectionId } = await configureInbox();
    await catchHandOns(inbox, { retryMs: 20 });
    await deliverMany(connectionId, 1);
    await evictDurableObject(inbox);
    const sent = await catchHandOns(inbox, { retryMs: 20 });
    await vi.waitFor(() => expect(sent.length).toBeGreaterThan(0), { timeout: 3000 });
  });

  test("is not stopped by a clock that stepped back after it was timed", async () => {
    const { inbox, connectionId } = await configureInbox();
    const sent = await catchHandOns(inbox);
    await deliverMany(connectionId, 1);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await runInDurableObject(inbox, (_inbox, state) => {
      state.storage.sql.exec("UPDATE hand_ons SET due_at = ?", Date.now() + 3_600_000);
      return state.storage.setAlarm(Date.now() + 3_600_000);
    });
    await ring(inbox);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
  });
});

describe("what an inbox keeps after confirmation", () => {
  test("is the dedupe key without the body, so that a late repetition is still known", async () => {
    const { inbox, connectionId } = await configureInbox();
    await catchHandOns(inbox);
    await deliverMany(connectionId, 1);
    await inbox.confirm([1]);
    expect(await rows(inbox, "SELECT body, headers, is_pending FROM deliveries")).toEqual([
      { body: null, headers: "{}", is_pending: 0 },
    ]);
    expect(await deliver(connectionId, { id: 1, pad: "" })).toMatchObject({ code: "duplicate" });
  });

  test("goes after thirty days, in batches, and no number is given twice", async () => {
    const { inbox, connectionId } = await configureInbox();
    await catchHandOns(inbox);
    await deliverMany(connectionId, 3);
    await inbox.confirm([1, 2, 3]);
    const age = (days: number) =>
      runInDurableObject(inbox, (_inbox, state) => {
        state.storage.sql.exec("UPDATE deliveries SET received_at = ?", Date.now() - days * DAY_MS);
        return state.storage.setAlarm(Date.now() + DAY_MS);
      });
    await age(29);
    await ring(inbox);
    expect(await rows(inbox, "SELECT seq FROM deliveries")).toHaveLength(3);
    expect(Number(await alarmOf(inbox))).toBeGreaterThan(Date.now() + DAY_MS / 2);
    await age(31);
    await ring(inbox);
    expect(await rows(inbox, "SELECT seq FROM deliveries")).toEqual([{ seq: 3 }]);
    expect(await deliver(connectionId, { id: 1, pad: "" })).toMatchObject({ code: "stored" });
    expect((await inbox.read(1, 9)).deliveries).toMatchObject([{ seq: 4 }]);
  });

  test("never includes a delivery that was not confirmed, however old", async () => {
    const { inbox, connectionId } = await configureInbox();
    await catchHandOns(inbox);
    await deliverMany(connectionId, 2);
    await runInDurableObject(inbox, (_inbox, state) => {
      state.storage.sql.exec("UPDATE deliveries SET received_at = 1");
    });
    await ring(inbox);
    expect((await inbox.read(1, 9)).deliveries).toHaveLength(2);
  });
});
