import { type SQL, sql } from "drizzle-orm";
import { manualShop } from "../connections/manual-shop";
import type { OrgContext } from "../context";

/** Somebody who is known by nothing yet is known by their number with us from now on. `at` is ISO 8601. */
export function makeBuyerIdentity({ newId }: Pick<OrgContext, "newId">, customerId: string, at: string): SQL {
  return sql`
    insert into identities (id, kind, namespace, value, customer_id, first_seen_at)
    select ${newId()}::uuid, 'platform', ${manualShop}::text, ${customerId}, ${customerId}::uuid, ${at}::timestamptz
    where not exists (select from identities where customer_id = ${customerId}::uuid)
    on conflict do nothing`;
}

/** The id of the identity that a customer's sales belong to, and follow. */
export function strongestIdentity(customerId: string | null): SQL {
  return sql`(select i.id from identities i where i.customer_id = ${customerId}::uuid
    order by i.is_hub, array_position(array['platform', 'email', 'phone'], i.kind), i.first_seen_at, i.value limit 1)`;
}
