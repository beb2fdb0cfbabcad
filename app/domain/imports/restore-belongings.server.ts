import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { removeTags } from "../tags/apply-tags.server";
import type { CustomerBefore } from "./customer-before";
import type { Undoing } from "./restore-customer";
import { restoreValues } from "./restore-values.server";

/** Takes tags off again, gives custom fields their values back, and writes down that consents no longer hold. */
export async function restoreBelongings(tx: OrgTransaction, undoing: Undoing): Promise<void> {
  const { belongings, plan, dropped } = undoing;
  const tags = belongings.flatMap(({ customerId, before }) =>
    before.tagIds.map((tagId) => ({ customerId, tagId })),
  );
  if (tags.length > 0) await tx.execute(removeTags(tags));
  await restoreValues(tx, undoing);
  const consents = belongings.flatMap(({ before }) =>
    before.consents.filter((one) => !dropped.has(one.identityId)),
  );
  if (consents.length > 0) await tx.execute(revoke(consents, plan));
}

/** The ledger only grows: what was agreed to before the import is said once more. */
function revoke(consents: CustomerBefore["consents"], { now }: Undoing["plan"]) {
  const rows = consents.map(({ identityId, channel, before }) => ({
    ...{ identity_id: identityId, channel },
    state: before ?? "unsubscribed",
  }));
  return sql`
    insert into consents (id, identity_id, channel, purpose, state, source, decided_at)
    select gen_random_uuid(), r.identity_id, r.channel, 'marketing', r.state, 'import', ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(identity_id uuid, channel text, state text)
    on conflict (org_id, identity_id, channel, purpose, decided_at, state, source) do nothing`;
}
