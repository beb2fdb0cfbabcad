import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../../context";
import { OUTCOMES } from "../outcomes";

const attemptRow = z.object({
  number: z.number(),
  at: z
    .string()
    .transform((text) => new Date(text))
    .nullable(),
  outcome: z.enum(OUTCOMES),
  reason: z.string().nullable(),
  /** Who replayed it, as far as the name is known; null for the first attempt. */
  by: z.string().nullable(),
  isReplay: z.boolean(),
});

/** What came of a delivery each time that it was applied, oldest first; nothing while it was never replayed. */
export async function listAttempts({ db }: OrgContext, deliveryId: string) {
  const result = await db.read(
    db.orm.execute(sql`
      select a.number, a.at, a.outcome, a.reason, a.actor_kind <> 'shop' as "isReplay", (
          select p.name from organization_people() p
          where p.user_id::text = coalesce(r.created_by::text, a.actor_id)) as by
      from delivery_attempts a left join delivery_replays r on r.id = a.replay_id
      where a.delivery_id = ${deliveryId}::uuid order by a.number`),
  );
  return readRows(attemptRow, result);
}
