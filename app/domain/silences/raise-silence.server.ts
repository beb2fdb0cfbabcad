import { sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { PERMISSIONS } from "../organizations/permissions";
import type { Alarm } from "./find-alarm";
import type { SilenceJob, SilenceLook } from "./silence-job";

/** Whom the alarm concerns: they can set right what is wrong. */
const TOLD: readonly string[] = PERMISSIONS["connections.manage"];

const knownRow = z.object({ is_known: z.boolean() });
const raisedRow = z.object({ is_new: z.boolean() });

/**
 * Writes a silence down and tells whoever manages connections, with what the shop
 * says of its webhooks; once for each silence. `waiting` when deliveries are on
 * their way to the database.
 */
export async function raiseSilence(
  job: SilenceJob,
  db: JobDb,
  { orgId, connectionId, sinceText }: SilenceLook,
  alarm: Alarm,
): Promise<"raised" | "known" | "waiting"> {
  const [known] = await db.run([
    db.orm.execute(sql`
      select exists (select from silences
        where connection_id = ${connectionId}::uuid and since = ${sinceText}::timestamptz) as is_known`),
  ]);
  if (readRows(knownRow, known)[0]?.is_known) return "known";
  if (await job.isWaiting({ orgId, connectionId })) return "waiting";
  const webhooks = await job.askWebhooks({ orgId, connectionId });
  const [raised] = await db.run([
    db.orm.execute(sql`
      select raise_silence(${connectionId}::uuid, ${sinceText}::timestamptz, ${job.now.toISOString()}::timestamptz,
        ${alarm.oneIn}::bigint, ${alarm.onceInWeeks}::int, ${webhooks}::text,
        ${sql.param([...TOLD])}::text[]) as is_new`),
  ]);
  return readRows(raisedRow, raised)[0]?.is_new ? "raised" : "known";
}
