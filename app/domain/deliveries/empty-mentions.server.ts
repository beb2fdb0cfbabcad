import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { NAMELESS } from "./erase-people.server";
import type { Family } from "./pick-family.server";

/**
 * Empties the deliveries about a family, and those that were never applied but
 * name one of its emails or phones: their subject does not lead to anybody.
 * Answers how many.
 */
export async function emptyMentions(tx: OrgTransaction, family: Family, at: string): Promise<number> {
  const emails = family.identities.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const digits = family.identities
    .filter(({ kind }) => kind === "phone")
    .map(({ value }) => value.replace(/^\+60/, "").replace(/^\+/, ""));
  const subjects = JSON.stringify([
    ...family.orders.map(({ shopId, externalId }) => ({ shop_id: shopId, subject: `order:${externalId}` })),
    ...family.identities
      .filter(({ kind }) => kind === "platform")
      .map(({ namespace, value }) => ({ shop_id: namespace, subject: `customer:${value}` })),
  ]);
  const result = await tx.execute(sql`
    with about as (
      select d.received_at, d.id
      from jsonb_to_recordset(${subjects}::jsonb) as s(shop_id uuid, subject text)
      join connections c on c.shop_id = s.shop_id
      join deliveries d on d.connection_id = c.id and d.subject = s.subject
      where d.body is not null
      union
      select d.received_at, d.id from deliveries d
      where d.outcome <> 'applied' and d.body is not null and (
        exists (select from unnest(${sql.param(emails)}::text[]) e where position(e in lower(d.body)) > 0)
        or exists (select from unnest(${sql.param(digits)}::text[]) p
          where position(p in regexp_replace(d.body, '[^0-9]', '', 'g')) > 0))
    ),
    emptied as (
      update deliveries d set body = null, headers = '{}', erased_at = ${at}::timestamptz, ${NAMELESS}
      from about a where d.received_at = a.received_at and d.id = a.id returning 1
    )
    select count(*) as count from emptied`);
  return readRows(z.object({ count: z.coerce.number() }), result)[0]?.count ?? 0;
}
