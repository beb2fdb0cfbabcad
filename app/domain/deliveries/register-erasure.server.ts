import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { actorId } from "../audit/audit-row";
import type { Actor } from "../context";

export type Erasure = {
  /** The same one is registered once. */
  id: string;
  /** ISO 8601 UTC. */
  at: string;
  kind: "customer" | "shop";
  /** At whose request. */
  actor: Actor;
  counts: Record<string, number>;
};

/** Writes into the register that people were erased, when and at whose request, and never who. */
export async function registerErasure(
  tx: OrgTransaction,
  { id, at, kind, actor, counts }: Erasure,
): Promise<void> {
  await tx.execute(sql`insert into erasures (id, at, kind, actor_kind, actor_id, counts)
    values (${id}::uuid, ${at}::timestamptz, ${kind}, ${actor.kind}, ${actorId(actor)}, ${JSON.stringify(counts)}::jsonb)
    on conflict (org_id, id) do nothing`);
}
