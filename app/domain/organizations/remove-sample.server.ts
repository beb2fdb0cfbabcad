import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { auditRow } from "../audit/audit-row";
import { pushConnection } from "../connections/push-connection.server";
import type { OrgContext } from "../context";
import { recountCustomers } from "../customers/recount-customers.server";
import { countSample, type SampleCounts } from "./sample-queries.server";

/** Rows of each kind that one transaction deletes. */
const BATCH = 500;
/** Transactions of one call; whoever called calls again until it is done. */
const BATCHES_PER_CALL = 4;

/** `removed` counts the rows of this call; none without being done means that an inbox must hear of it first. */
export type SampleRemoval = { isDone: boolean; removed: number; left: SampleCounts };

/**
 * Removes what the sample shops brought: their deliveries, orders, products,
 * customers and connections, at most a few thousand rows a call. Each call goes
 * on where the last one stopped, whatever became of it. A sample customer who has
 * bought in a real shop stays, and is no sample any more.
 */
export async function removeSample(ctx: OrgContext): Promise<SampleRemoval> {
  await endConnections(ctx);
  const { organization } = await ctx.db.entry();
  let removed = 0;
  for (let batch = 0; batch < BATCHES_PER_CALL; batch += 1) {
    const gone = await ctx.ports.jobs.inOrg(organization.id, deleteBatch);
    removed += gone;
    if (gone === 0) break;
  }
  const left = await countSample(ctx);
  return { isDone: left.shops + left.customers === 0, removed, left };
}

/** Before anything goes: sample shops deliver no more. The act is written with what there was. */
async function endConnections(ctx: OrgContext): Promise<void> {
  const counts = await countSample(ctx);
  if (counts.shops + counts.customers === 0) return;
  const [ended] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with ended as (
        update connections set state = 'removed', removed_at = ${ctx.now().toISOString()}::timestamptz,
          secrets = '[]', config_version = config_version + 1
        where is_sample and removed_at is null
        returning id, config_version
      ),
      queued as (
        insert into inbox_pushes (connection_id, version) select id, config_version from ended
        on conflict (org_id, connection_id) do update set version = excluded.version, attempts = 0
      ),
      written as (
        ${auditRow(ctx, { action: "sample.removed", subject: { kind: "organization", id: null }, facts: counts })}
        from (select from ended limit 1) once
      )
      select id from ended, written`),
  ]);
  const rows = readRows(z.object({ id: z.uuid() }), ended);
  for (const { id } of rows) await pushConnection(ctx, id);
}

const SAMPLE_SHOPS = sql`(select id from shops where is_sample)`;

/**
 * One batch of each kind, in one transaction; what others point at goes after
 * them. Answers how many rows it changed: none means that nothing is left to do.
 */
async function deleteBatch(tx: OrgTransaction): Promise<number> {
  let changed = 0;
  for (const statement of DELETIONS) changed += await countChanged(tx, statement);
  return changed + (await deleteOrders(tx)) + (await keepBuyers(tx)) + (await countChanged(tx, DELETE_SHOPS));
}

async function countChanged(tx: OrgTransaction, statement: SQL): Promise<number> {
  const result = await tx.execute(sql`with gone as (${statement}) select count(*) as count from gone`);
  return readRows(z.object({ count: z.coerce.number() }), result)[0]?.count ?? 0;
}

const DELETIONS = [
  sql`delete from deliveries where (received_at, id) in (
    select received_at, id from deliveries
    where connection_id in (select id from connections where is_sample) limit ${BATCH}) returning 1`,
  sql`delete from products where id in (
    select id from products where shop_id in ${SAMPLE_SHOPS} limit ${BATCH}) returning 1`,
  sql`delete from subscriptions where id in (
    select id from subscriptions where shop_id in ${SAMPLE_SHOPS} limit ${BATCH}) returning 1`,
  sql`delete from checkouts where id in (
    select id from checkouts where shop_id in ${SAMPLE_SHOPS} limit ${BATCH}) returning 1`,
  sql`delete from customers where id in (
    select c.id from customers c where c.is_sample
      and not exists (select from orders o where o.customer_id = c.id)
      and not exists (select from orders o join identities i on i.id = o.identity_id where i.customer_id = c.id)
      and not exists (select from customers m where m.merged_into = c.id)
    limit ${BATCH}) returning 1`,
];

/** Their connections, inbox pushes and refusals go with them, once the inboxes know that they are off. */
const DELETE_SHOPS = sql`delete from shops where is_sample
  and not exists (select from orders o where o.shop_id = shops.id)
  and not exists (select from products p where p.shop_id = shops.id)
  and not exists (select from subscriptions s where s.shop_id = shops.id)
  and not exists (select from checkouts k where k.shop_id = shops.id)
  and not exists (
    select from connections c where c.shop_id = shops.id and (
      exists (select from inbox_pushes w where w.connection_id = c.id)
      or exists (select from deliveries d where d.connection_id = c.id)))
  returning 1`;

const deletedRow = z.object({ count: z.coerce.number(), staying: z.array(z.uuid()) });

/** Orders of sample shops. Whoever placed them and stays is counted anew. */
async function deleteOrders(tx: OrgTransaction): Promise<number> {
  const result = await tx.execute(sql`
    with gone as (
      delete from orders where id in (
        select id from orders where shop_id in ${SAMPLE_SHOPS} limit ${BATCH}) returning customer_id)
    select (select count(*) from gone) as count, array(
      select c.id from customers c where c.id in (select customer_id from gone) and (not c.is_sample or exists (
        select from orders o where o.customer_id = c.id and o.shop_id not in ${SAMPLE_SHOPS}))) as staying`);
  const [deleted] = readRows(deletedRow, result);
  if (deleted && deleted.staying.length > 0) await recountCustomers(tx, deleted.staying);
  return deleted?.count ?? 0;
}

/** Sample customers who are left with orders of real shops only: they are no samples. */
async function keepBuyers(tx: OrgTransaction): Promise<number> {
  return countChanged(
    tx,
    sql`update customers set is_sample = false where id in (
      select c.id from customers c where c.is_sample
        and exists (select from orders o where o.customer_id = c.id)
        and not exists (select from orders o where o.customer_id = c.id and o.shop_id in ${SAMPLE_SHOPS})
      limit ${BATCH}) returning 1`,
  );
}
