import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { type Payload, readPayload } from "./payload";

/** Records that a shop tells of by themselves. */
export const TOLD_KINDS = ["order", "product", "customer"] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/** What a shop last sent about a record, and the delivery that brought it. */
export type SourcePayload = {
  payload: Payload;
  delivery: { id: string; topic: string; receivedAt: string };
};

const deliveryRow = z.object({
  id: z.uuid(),
  topic: z.string(),
  receivedAt: z.string(),
  body: z.string().nullable(),
  isErased: z.boolean(),
});

/**
 * The newest payload about a record; null when no delivery was about it. It names people: a role
 * that may not see contacts gets none of its text. Times are ISO 8601 UTC.
 */
export async function findSourcePayload(
  ctx: OrgContext,
  kind: ToldKind,
  recordId: string,
): Promise<SourcePayload | null> {
  const id = requireRecordId(recordId);
  const result = ctx.db.read(
    ctx.db.orm.execute(sql`
      with told as materialized (
        select shop_id, ${`${kind}:`} || external_id as subject from (${TOLD[kind](id)}) own),
      sent as materialized (
        select id, received_at, connection_id, subject from deliveries
        where subject = any(array(select subject from told)) and (body is not null or erased_at is not null)),
      newest as materialized (
        select s.id, s.received_at from sent s
        join connections c on c.id = s.connection_id
        join told t on t.shop_id = c.shop_id and t.subject = s.subject
        order by s.received_at desc, s.id limit 1)
      select d.id, d.topic, to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
        d.body, d.erased_at is not null as "isErased"
      from newest n join deliveries d on d.received_at = n.received_at and d.id = n.id`),
  );
  const known = ctx.db.read(
    ctx.db.orm.execute(sql`select id from ${sql.raw(`${kind}s`)} where id = ${id}::uuid`),
  );
  const [{ role }, read, found] = await Promise.all([ctx.db.entry(), result, known]);
  if (readRows(z.object({ id: z.uuid() }), found).length === 0) {
    throw new AppError("not_found", "errors:notFound");
  }
  const [row] = readRows(deliveryRow, read);
  if (!row) return null;
  const { body, isErased, ...delivery } = row;
  const maySeeContacts = isAllowed(role, "contacts.view");
  return { payload: readPayload(body, { isErased, maySeeContacts }), delivery };
}

/** By what number which shop knows the record; a customer may have an account in several. */
const TOLD: Record<ToldKind, (id: string) => SQL> = {
  order: (id) => sql`select shop_id, external_id from orders where id = ${id}::uuid`,
  product: (id) => sql`select shop_id, external_id from products where id = ${id}::uuid`,
  customer: (id) => sql`select s.id as shop_id, i.value as external_id
    from identities i join shops s on s.id::text = i.namespace
    where i.customer_id = ${id}::uuid and i.kind = 'platform'`,
};
