import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { applyHalving } from "../../../app/domain/deliveries/apply-halving.server";
import { BATCH_SIZE, type ReceivedDelivery } from "../../../app/domain/deliveries/delivery.schema";
import type { Keyring } from "../../../app/lib/keyring";
import { DAY_MS } from "../plan/calendar";
import type { PlannedDelivery } from "../plan/planned";
import type { DemoConnection } from "./connections";
import { DemoInbox } from "./receive";

type Input = {
  owner: pg.Client;
  appUrl: string;
  keyring: Keyring;
  orgId: string;
  connections: readonly DemoConnection[];
};

type Batch = { connection: DemoConnection; deliveries: ReceivedDelivery[] };

/** Applies what the shops sent, as the queue's consumer would have, unless it was applied before. */
export async function applyPlan(input: Input, plan: readonly PlannedDelivery[]): Promise<void> {
  const applied = await appliedIds(input);
  let isNew = false;
  for await (const batch of batchesOf(input.connections, plan)) {
    const deliveries = batch.deliveries.filter(({ id }) => !applied.has(id));
    if (deliveries.length === 0) continue;
    if (!isNew) await makePartitions(input.owner, plan);
    isNew = true;
    await applyBatch(input, { ...batch, deliveries });
  }
  if (isNew) await setDates(input);
}

async function applyBatch(input: Input, { connection, deliveries }: Batch): Promise<void> {
  const last = deliveries.at(-1);
  await applyHalving({
    databaseUrl: input.appUrl,
    orgId: input.orgId,
    connection,
    deliveries,
    keys: input.keyring,
    now: () => new Date(last?.receivedAt ?? Date.now()),
    newId: uuidv7,
  });
}

/** Full batches of one connection each, nearly in the order of time. */
async function* batchesOf(
  connections: readonly DemoConnection[],
  plan: readonly PlannedDelivery[],
): AsyncGenerator<Batch> {
  const open = new Map(
    connections.map((connection) => {
      const deliveries: ReceivedDelivery[] = [];
      return [connection.platform, { connection, deliveries, inbox: new DemoInbox() }] as const;
    }),
  );
  for (const planned of plan) {
    const one = open.get(planned.platform);
    if (!one) continue;
    one.deliveries.push(await one.inbox.receive(planned));
    if (one.deliveries.length < BATCH_SIZE) continue;
    yield { connection: one.connection, deliveries: one.deliveries.splice(0) };
  }
  yield* open.values();
}

async function appliedIds({ owner, orgId }: Input): Promise<Set<string>> {
  const found = await owner.query<{ id: string }>("SELECT id FROM deliveries WHERE org_id = $1", [orgId]);
  return new Set(found.rows.map(({ id }) => id));
}

/** The log's months, the oldest delivery's and later. */
async function makePartitions(owner: pg.Client, [first]: readonly PlannedDelivery[]): Promise<void> {
  if (!first) return;
  const to = new Date(first.receivedAt.getTime() + 365 * DAY_MS);
  await owner.query("SELECT ensure_delivery_partitions($1::date, $2::date)", [first.receivedAt, to]);
}

/** Batches are applied later than single deliveries would have been: rows get the times of their own deliveries. */
async function setDates({ owner, orgId }: Input): Promise<void> {
  await owner.query(
    `UPDATE customers c SET created_at = seen.at
     FROM (SELECT customer_id, min(first_seen_at) AS at FROM identities WHERE org_id = $1 GROUP BY 1) seen
     WHERE c.org_id = $1 AND c.id = seen.customer_id AND c.is_sample`,
    [orgId],
  );
  await owner.query(
    `UPDATE deliveries SET applied_at = received_at + interval '400 milliseconds'
     WHERE org_id = $1 AND applied_at IS NOT NULL
       AND connection_id IN (SELECT id FROM connections WHERE org_id = $1 AND is_sample)`,
    [orgId],
  );
}
