import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Hook } from "./traffic";

/**
 * `lost`: acknowledged and without effect. `doubled`: more than one effect of one
 * delivery, or totals that differ from a recount. `unexpected`: effects of
 * something that was never sent.
 */
export type Verdict = {
  acknowledged: number;
  lost: number;
  doubled: number;
  unexpected: number;
  details: string[];
};

type Picture = {
  applied: { key: string; count: number }[];
  /** By connection and number. */
  orders: { key: string; status: string; count: number }[];
  wrongTotals: number;
};

/** Waits until every acknowledged delivery has had its effect or `patienceMs` is over, then counts. */
export async function judge(input: {
  owner: pg.Pool;
  sent: readonly Hook[];
  acknowledged: readonly Hook[];
  patienceMs: number;
}): Promise<Verdict> {
  const giveUpAt = Date.now() + input.patienceMs;
  let lost: string[];
  do {
    await sleep(200);
    lost = listLost(input.acknowledged, await readPicture(input.owner));
  } while (lost.length > 0 && Date.now() < giveUpAt);
  // Whatever was handed on twice has its chance to do harm.
  await sleep(1_500);
  const picture = await readPicture(input.owner);
  lost = listLost(input.acknowledged, picture);
  const doubled = listDoubled(picture);
  const unexpected = listUnexpected(input.sent, picture);
  return {
    acknowledged: input.acknowledged.length,
    lost: lost.length,
    doubled: doubled.length,
    unexpected: unexpected.length,
    details: [...lost, ...doubled, ...unexpected].slice(0, 10),
  };
}

async function readPicture(owner: pg.Pool): Promise<Picture> {
  const applied = await owner.query(
    `SELECT connection_id || '/' || dedupe_key AS key, count(*)::int AS count FROM deliveries
     WHERE outcome IN ('applied', 'stale') GROUP BY 1`,
  );
  const orders = await owner.query(
    `SELECT c.id || '/' || o.external_id AS key, max(o.status) AS status, count(*)::int AS count
     FROM orders o JOIN connections c ON c.org_id = o.org_id AND c.shop_id = o.shop_id GROUP BY 1`,
  );
  const totals = await owner.query(
    `WITH recount AS (
       SELECT customer_id, currency, count(*) AS orders_count, sum(total_minor) AS gross_minor
       FROM orders WHERE is_revenue GROUP BY customer_id, currency)
     SELECT count(*)::int AS wrong FROM recount r FULL JOIN
       (SELECT * FROM customer_spend WHERE orders_count > 0) s USING (customer_id, currency)
     WHERE (r.orders_count, r.gross_minor) IS DISTINCT FROM (s.orders_count, s.gross_minor)`,
  );
  return { applied: applied.rows, orders: orders.rows, wrongTotals: totals.rows[0].wrong };
}

const orderKey = ({ connectionId, order }: Hook) => `${connectionId}/${order}`;

function listLost(acknowledged: readonly Hook[], picture: Picture): string[] {
  const applied = new Set(picture.applied.map(({ key }) => key));
  const status = new Map(picture.orders.map((order) => [order.key, order.status]));
  const paid = new Set(acknowledged.filter((hook) => hook.status === "paid").map(orderKey));
  const unrecorded = [...new Set(acknowledged.map(({ key }) => key))].filter((key) => !applied.has(key));
  const orders = [...new Set(acknowledged.map(orderKey))];
  const behind = orders.filter((order) => status.get(order) !== (paid.has(order) ? "paid" : "pending"));
  return [...unrecorded.map((key) => `lost ${key}`), ...behind.map((order) => `order ${order} is behind`)];
}

function listDoubled({ applied, orders, wrongTotals }: Picture): string[] {
  return [
    ...applied.filter(({ count }) => count > 1).map(({ key }) => `doubled ${key}`),
    ...orders.filter(({ count }) => count > 1).map(({ key }) => `two orders ${key}`),
    ...Array.from({ length: wrongTotals }, () => "a customer's total differs from a recount"),
  ];
}

function listUnexpected(sent: readonly Hook[], picture: Picture): string[] {
  const keys = new Set(sent.map(({ key }) => key));
  return picture.applied.filter(({ key }) => !keys.has(key)).map(({ key }) => `from nowhere ${key}`);
}
