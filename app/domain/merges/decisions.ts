import { type SQL, sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import type { IdentityDecision } from "../customers/identity-graph";

/** A decision about two identities, by their ids. */
type Decided = { from: string; to: string; verdict: IdentityDecision["verdict"] };

/** The statement that keeps a person's decision about two identities, in both directions. */
export function decide(
  { from, to, verdict }: Decided,
  { actor, now }: Pick<OrgContext, "actor" | "now">,
): SQL {
  const by = sql`${verdict}, ${now().toISOString()}::timestamptz, ${actor.id}::uuid`;
  return sql`
    insert into identity_decisions (from_id, to_id, verdict, decided_at, decided_by)
    values (${from}::uuid, ${to}::uuid, ${by}), (${to}::uuid, ${from}::uuid, ${by})
    on conflict (org_id, from_id, to_id, verdict) do update
    set decided_at = excluded.decided_at, decided_by = excluded.decided_by`;
}

/** The statement that takes a decision back. */
export function withdraw({ from, to, verdict }: Decided): SQL {
  return sql`delete from identity_decisions
    where verdict = ${verdict} and ((from_id = ${from}::uuid and to_id = ${to}::uuid)
      or (from_id = ${to}::uuid and to_id = ${from}::uuid))`;
}
