import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../../context";

const touchedRow = z.object({
  kind: z.enum(["order", "customer", "product", "subscription"]),
  id: z.uuid(),
  name: z.string().nullable(),
});

/** A record that a delivery is about: an order with its customer, and so on. */
export type TouchedRecord = z.output<typeof touchedRow>;

/** The records that a delivery is about, as far as there are any now; those in the trash are left out. */
export async function listTouched({ db }: OrgContext, deliveryId: string): Promise<TouchedRecord[]> {
  const result = await db.read(
    db.orm.execute(sql`
      with told as materialized (
        select c.shop_id, split_part(d.subject, ':', 1) as kind, substr(d.subject, strpos(d.subject, ':') + 1) as number
        from deliveries d join connections c on c.id = d.connection_id
        where d.id = ${deliveryId}::uuid and d.subject is not null),
      sold as materialized (
        select o.id, o.number, o.customer_id from orders o
        where o.shop_id = (select shop_id from told) and o.deleted_at is null and o.external_id = coalesce(
          (select number from told where kind = 'order'),
          (select r.order_external_id from refunds r where r.shop_id = (select shop_id from told)
            and r.external_id = (select number from told where kind = 'refund')))),
      subscribed as materialized (
        select s.id, s.number, s.customer_id from subscriptions s
        where s.shop_id = ${one("shop_id", "subscription")} and s.external_id = ${one("number", "subscription")}
          and s.deleted_at is null),
      people as (
        select customer_id as id from sold union select customer_id from subscribed
        union select i.customer_id from identities i where i.kind = 'platform'
          and i.namespace = ${one("shop_id::text", "customer")} and i.value = ${one("number", "customer")})
      select 'order' as kind, id, number as name from sold
      union all select 'subscription', id, number from subscribed
      union all select 'customer', c.id, c.name from people p join customers c on c.id = p.id
        where c.deleted_at is null and c.merged_into is null
      union all select 'product', p.id, p.name from products p
        where p.shop_id = ${one("shop_id", "product")} and p.external_id = ${one("number", "product")}
          and p.deleted_at is null`),
  );
  return readRows(touchedRow, result);
}

/** Of what is told, if it is of this kind. */
const one = (column: string, kind: string): SQL =>
  sql`(select ${sql.raw(column)} from told where kind = ${kind})`;
