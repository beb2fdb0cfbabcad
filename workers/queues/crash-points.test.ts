import {
  createMessageBatch,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { neon } from "@neondatabase/serverless";
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import "~/db/client";
import type { HandOnMessage } from "~/domain/deliveries/delivery.schema";
import { makeHookToken } from "~/lib/hook-token";
import { createConnectedShop } from "../../tests/factories/connected-shop";
import { configOf } from "../config";
import { catchHandOns, configureInbox, SECRET } from "../durable-objects/inbox/inbox-fixture";
import { handleHook } from "../ingress/handle-hook";
import { type Apply, consumeDeliveries } from "./deliveries";

const sql = neon(inject("ownerDatabaseUrl"));
const run = (statement: string, values: unknown[] = []) => sql.query(statement, values);

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  return () => vi.restoreAllMocks();
});

/** A shop whose order is on its way. */
async function setOut() {
  const { inbox, connectionId, config } = await configureInbox();
  await run("INSERT INTO organizations (id, slug, name) VALUES ($1, $2, 'Kedai')", [
    config.orgId,
    `crash-${config.orgId.slice(-12)}`,
  ]);
  const shop = await createConnectedShop(run, { orgId: config.orgId, connectionId });
  await inbox.configure({ ...config, shopId: shop.shopId, version: 2 });
  const sent = await catchHandOns(inbox, { retryMs: 20 });
  const delivery = await wooDelivery({
    topic: "order.created",
    secret: SECRET,
    body: wooOrderBody({ id: 727 }),
  });
  const url = `https://crm.example/hooks/woocommerce/${await makeHookToken(configOf(env).hookUrlKey, connectionId)}`;
  return {
    ...{ inbox, shop, sent },
    async send() {
      const answer = await handleHook(new Request(url, { method: "POST", ...delivery }), env);
      await answer.arrayBuffer();
      return answer.status;
    },
    /** The next hand-on, as the queue would give it to a consumer. */
    nextHandOn: async (): Promise<HandOnMessage> => {
      await vi.waitFor(() => expect(sent).not.toEqual([]), { timeout: 3_000 });
      const [message] = sent.splice(0);
      if (!message) throw new Error("nothing was handed on");
      return message;
    },
    inboxSql: (statement: string) =>
      runInDurableObject(inbox, (_inbox, state) => state.storage.sql.exec(statement).toArray()),
  };
}

type Shipment = Awaited<ReturnType<typeof setOut>>;

function consume(message: HandOnMessage, apply?: Apply, bindings: Env = env): Promise<void> {
  const batch = createMessageBatch("deliveries", [
    { id: "m", timestamp: new Date(), attempts: 1, body: message },
  ]);
  return consumeDeliveries(batch, bindings, apply);
}

/** What happens by itself after a crash: the sweep wakes the inbox, which hands on until all is confirmed. */
async function heal({ inbox, sent }: Shipment): Promise<void> {
  await vi.waitFor(
    async () => {
      if ((await inbox.poke()).pending === 0) return;
      for (const message of sent.splice(0)) await consume(message);
      expect((await inbox.health()).pending).toBe(0);
    },
    { timeout: 8_000, interval: 30 },
  );
}

const applyReally: Apply = async (input) => {
  const { applyHalving } = await import("~/domain/deliveries/apply-halving.server");
  return applyHalving(input);
};

/** Everything that may happen between the request and its last trace, and the crash right there. */
const CRASHES: [string, (shipment: Shipment) => Promise<void>][] = [
  [
    "after verifying, before storing",
    async ({ send, inboxSql }) => {
      await inboxSql(
        "CREATE TRIGGER crash BEFORE INSERT ON deliveries BEGIN SELECT RAISE(ABORT, 'crash'); END",
      );
      expect(await send()).toBe(503);
      await inboxSql("DROP TRIGGER crash");
      expect(await send()).toBe(200);
    },
  ],
  [
    "after storing, before answering: the shop repeats it",
    async ({ send, inbox, sent }) => {
      await send();
      await evictDurableObject(inbox);
      await catchHandOns(inbox, { retryMs: 20 }, sent);
      expect(await send()).toBe(200);
    },
  ],
  [
    "after answering, before the alarm rings, which is lost",
    async ({ send, inbox }) => {
      await send();
      await runInDurableObject(inbox, (_inbox, state) => state.storage.deleteAlarm());
    },
  ],
  [
    "after handing on, before the inbox noted it",
    async ({ send, inbox, inboxSql, nextHandOn }) => {
      await inboxSql(
        "CREATE TRIGGER crash BEFORE UPDATE ON hand_ons BEGIN SELECT RAISE(ABORT, 'crash'); END",
      );
      await send();
      const first = await nextHandOn();
      await inboxSql("DROP TRIGGER crash");
      await runDurableObjectAlarm(inbox);
      await consume(await nextHandOn());
      await consume(first);
    },
  ],
  [
    "after handing on: the queue forgets the message",
    async ({ send, nextHandOn }) => {
      await send();
      await nextHandOn();
    },
  ],
  [
    "after reading, before applying",
    async ({ send, nextHandOn }) => {
      await send();
      await consume(await nextHandOn(), () => Promise.reject(new Error("crash")));
    },
  ],
  [
    "in the middle of the transaction",
    async ({ send, nextHandOn, shop }) => {
      const name = `crash_${shop.shopId.replaceAll("-", "")}`;
      await run(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'crash' USING ERRCODE = '57P01'; END $$`);
      await run(`CREATE TRIGGER ${name} BEFORE INSERT ON orders FOR EACH ROW
        WHEN (NEW.shop_id = '${shop.shopId}') EXECUTE FUNCTION ${name}()`);
      await send();
      await consume(await nextHandOn());
      await run(`DROP FUNCTION ${name} CASCADE`);
    },
  ],
  [
    "after the commit, before confirming",
    async ({ send, nextHandOn }) => {
      await send();
      await consume(await nextHandOn(), async (input) => {
        await applyReally(input);
        throw new Error("crash");
      });
    },
  ],
  [
    "after confirming, before acknowledging: the message comes again",
    async ({ send, nextHandOn }) => {
      await send();
      const message = await nextHandOn();
      await consume(message);
      await consume(message);
    },
  ],
  [
    "before the screens were told",
    async ({ send, nextHandOn }) => {
      await send();
      const LIVE = new Proxy(env.LIVE, {
        get() {
          throw new Error("crash");
        },
      });
      await consume(await nextHandOn(), undefined, { ...env, LIVE });
    },
  ],
  [
    "in one of two consumers that have the same message at once",
    async ({ send, nextHandOn }) => {
      await send();
      const message = await nextHandOn();
      await Promise.all([
        consume(message),
        consume(message),
        consume(message, () => Promise.reject(new Error("crash"))),
      ]);
    },
  ],
];

describe("[2.1c] R3: a delivery has its effect once, whatever crashes", () => {
  test.each(CRASHES)("%s", async (_point, crash) => {
    const shipment = await setOut();
    await crash(shipment);
    await heal(shipment);
    const { shopId, connectionId } = shipment.shop;
    const effects = await run(
      `SELECT (SELECT count(*) FROM orders WHERE shop_id = $1)::int AS orders,
         (SELECT sum(c.orders_count) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.shop_id = $1)::int AS counted,
         (SELECT count(*) FROM deliveries WHERE connection_id = $2 AND outcome = 'applied')::int AS applied,
         (SELECT count(*) FROM deliveries WHERE connection_id = $2 AND outcome NOT IN ('applied', 'duplicate'))::int AS other`,
      [shopId, connectionId],
    );
    expect(effects).toEqual([{ orders: 1, counted: 1, applied: 1, other: 0 }]);
    expect(await shipment.inboxSql("SELECT body FROM deliveries WHERE body IS NOT NULL")).toEqual([]);
  });
});
