import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { HandOnMessage } from "~/domain/deliveries/delivery.schema";
import { catchHandOns, configureInbox, deliver } from "../durable-objects/inbox/inbox-fixture";
import { type Apply, consumeDeliveries } from "./deliveries";

type Call = Parameters<Apply>[0];

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Applies nothing and remembers what it was asked to. */
function fakeApply(work: (call: Call) => void | Promise<void> = () => undefined): {
  apply: Apply;
  calls: Call[];
} {
  const calls: Call[] = [];
  const apply: Apply = async (call) => {
    calls.push(call);
    await work(call);
    return call.deliveries.map(({ id, seq }) => ({
      id,
      seq,
      outcome: "applied",
      reason: null,
      changed: ["orders"],
    }));
  };
  return { apply, calls };
}

async function inboxWith(count: number, changes: Parameters<typeof configureInbox>[0] = {}) {
  const made = await configureInbox(changes);
  await catchHandOns(made.inbox);
  for (let id = 1; id <= count; id++) await deliver(made.connectionId, { id });
  const { orgId } = made.config;
  const { connectionId } = made;
  const range = (fromSeq: number, toSeq: number): HandOnMessage => ({
    kind: "hand_on",
    orgId,
    connectionId,
    fromSeq,
    toSeq,
  });
  return { ...made, orgId, range };
}

async function consume(bodies: unknown[], apply: Apply, attempts = 1) {
  const messages = bodies.map((body, i) => ({ id: String(i), timestamp: new Date(), attempts, body }));
  const batch = createMessageBatch("deliveries", messages);
  const retries = batch.messages.map((message) => vi.spyOn(message, "retry"));
  await consumeDeliveries(batch, env, apply);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  const delays = retries.flatMap(({ mock }) => mock.calls.map(([options]) => options?.delaySeconds));
  return { acked: explicitAcks, retried: retryMessages.map(({ msgId }) => msgId), delays };
}

const pendingOf = async (inbox: Awaited<ReturnType<typeof inboxWith>>["inbox"]) =>
  (await inbox.read(1, 1000)).deliveries.map(({ seq }) => seq);

describe("the consumer of deliveries", () => {
  test("[2.1c] applies a range with its organization, connection and bodies, and confirms it", async () => {
    const { inbox, config, orgId, range } = await inboxWith(3);
    const { apply, calls } = fakeApply();
    expect(await consume([range(1, 3)], apply)).toEqual({ acked: ["0"], retried: [], delays: [] });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      orgId,
      connection: { id: config.connectionId, shopId: config.shopId, platform: "woocommerce" },
      databaseUrl: expect.stringContaining("postgres"),
    });
    expect(calls[0]?.deliveries.map(({ body }) => body)).toEqual(['{"id":1}', '{"id":2}', '{"id":3}']);
    expect(await pendingOf(inbox)).toEqual([]);
  });

  test("takes neighbouring ranges of one inbox together", async () => {
    const { range } = await inboxWith(4);
    const { apply, calls } = fakeApply();
    const result = await consume([range(3, 4), range(1, 1), range(2, 2)], apply);
    expect(result.acked.sort()).toEqual(["0", "1", "2"]);
    expect(calls.map(({ deliveries }) => deliveries.map(({ seq }) => seq))).toEqual([[1, 2, 3, 4]]);
  });

  test("applies at most a hundred at once", async () => {
    const { range, inbox, connectionId } = await inboxWith(0);
    await runInDurableObject(inbox, (_inbox, state) => {
      state.storage.sql.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 130)
         INSERT INTO deliveries SELECT i, 'id', 0, 'key' || i, 't', NULL, NULL, '{}', NULL, 10, '', 0, NULL, 1 FROM n`,
      );
    });
    const { apply, calls } = fakeApply();
    await consume([range(1, 100), range(101, 130)], apply);
    expect(calls.map(({ deliveries }) => deliveries.length)).toEqual([100, 30]);
    expect(calls.every(({ connection }) => connection.id === connectionId)).toBe(true);
  });

  test("changes nothing when a message comes twice", async () => {
    const { range } = await inboxWith(2);
    const { apply, calls } = fakeApply();
    await consume([range(1, 2)], apply);
    expect(await consume([range(1, 2), range(1, 2)], apply)).toMatchObject({
      acked: ["0", "1"],
      retried: [],
    });
    expect(calls).toHaveLength(1);
  });

  test("acknowledges what is no message of ours, and goes on with the rest", async () => {
    const { range } = await inboxWith(1);
    const { apply, calls } = fakeApply();
    const wrong = [null, "x", { kind: "hand_on" }, { ...range(1, 1), fromSeq: -1 }];
    const result = await consume([...wrong, range(1, 1)], apply);
    expect(result.acked.sort()).toEqual(["0", "1", "2", "3", "4"]);
    expect(calls).toHaveLength(1);
  });

  test("never applies an inbox's deliveries to another organization than its own", async () => {
    const { range, inbox } = await inboxWith(1);
    const { apply, calls } = fakeApply();
    const result = await consume([{ ...range(1, 1), orgId: crypto.randomUUID() }], apply);
    expect(result.acked).toEqual(["0"]);
    expect(calls).toEqual([]);
    expect(await pendingOf(inbox)).toEqual([1]);
  });

  test("keeps a range and comes again later, ever later, when it could not be applied", async () => {
    const { range, inbox } = await inboxWith(1);
    const failing = fakeApply(() => Promise.reject(new Error("the database is away"))).apply;
    expect(await consume([range(1, 1)], failing, 1)).toMatchObject({
      acked: [],
      retried: ["0"],
      delays: [5],
    });
    expect(await consume([range(1, 1)], failing, 3)).toMatchObject({
      acked: [],
      retried: ["0"],
      delays: [20],
    });
    expect(await consume([range(1, 1)], failing, 20)).toMatchObject({
      acked: [],
      retried: ["0"],
      delays: [300],
    });
    expect(await pendingOf(inbox)).toEqual([1]);
    const { apply, calls } = fakeApply();
    expect((await consume([range(1, 1)], apply, 4)).acked).toEqual(["0"]);
    expect(calls).toHaveLength(1);
  });

  test("does not let one organization's failure hold up another", async () => {
    const [bad, good] = [await inboxWith(1), await inboxWith(1)];
    const { apply } = fakeApply((call) => {
      if (call.orgId === bad.orgId) throw new Error("no");
    });
    const result = await consume([bad.range(1, 1), good.range(1, 1)], apply);
    expect(result).toEqual({ acked: ["1"], retried: ["0"], delays: [5] });
  });

  test("applies an organization's ranges one after another, and at most four organizations at once", async () => {
    const shops = await Promise.all(Array.from({ length: 6 }, () => inboxWith(3)));
    const running = new Map<string, number>();
    let most = 0;
    const { apply, calls } = fakeApply(async ({ orgId }) => {
      expect(running.has(orgId)).toBe(false);
      running.set(orgId, 1);
      most = Math.max(most, running.size);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running.delete(orgId);
    });
    await consume(
      shops.flatMap(({ range }) => [range(1, 1), range(3, 3)]),
      apply,
    );
    expect(calls).toHaveLength(12);
    expect(most).toBe(4);
  });

  test("tells the organization's open screens what changed", async () => {
    const { range, orgId } = await inboxWith(1);
    const headers = {
      Upgrade: "websocket",
      "X-Session-Id": crypto.randomUUID(),
      "X-Session-Expires-At": new Date(Date.now() + 60_000).toISOString(),
    };
    const { webSocket } = await env.LIVE.getByName(orgId).fetch("https://crm.example/", { headers });
    const told: unknown[] = [];
    webSocket?.addEventListener("message", ({ data }) => void told.push(data));
    webSocket?.accept();
    await consume([range(1, 1)], fakeApply().apply);
    await vi.waitFor(() => expect(told).toEqual(['{"changed":["deliveries","orders"]}']));
    webSocket?.close();
  });
});
