import { sql } from "drizzle-orm";
import { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import { logError } from "~/lib/log";
import { findAlarm } from "./find-alarm";
import { loadRhythm } from "./load-rhythm.server";
import { raiseSilence } from "./raise-silence.server";
import { lookSchema, type SilenceJob, type SilenceLook } from "./silence-job";

const AT_ONCE = 4;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A little less than the time between two runs. */
const SOON_MS = 4 * MINUTE_MS;

/**
 * Looks at the silences that may have become unlikely, at most `limit` of them, and
 * raises those that have. A later delivery only moves the moment on, so nobody needs
 * to look before it; rhythms are learned anew each day. Answers of which
 * organizations silences were raised.
 */
export async function watchSilences(job: SilenceJob, limit: number): Promise<string[]> {
  const claimed = await job.db.execute(sql`
    select org_id as "orgId", connection_id as "connectionId", time_zone as "timeZone",
      (extract(epoch from since) * 1000)::float8 as since, since::text as "sinceText", rhythm,
      (extract(epoch from learned_at) * 1000)::float8 as "learnedAt"
    from claim_silence_looks(${job.now.toISOString()}::timestamptz, ${limit}::int)`);
  const raised: string[] = [];
  await forEachAtOnce(AT_ONCE, readRows(lookSchema, claimed), async (look) => {
    try {
      if (await lookAt(job, look)) raised.push(look.orgId);
    } catch (error) {
      logError("silences.not_looked_at", { orgId: look.orgId, connectionId: look.connectionId, error });
    }
  });
  return raised;
}

async function lookAt(job: SilenceJob, look: SilenceLook): Promise<boolean> {
  const { connectionId, since, timeZone: zone } = look;
  const db = new JobDb(job.db, look.orgId);
  const now = job.now.getTime();
  const isKnown = look.rhythm !== null && look.learnedAt !== null && look.learnedAt > now - DAY_MS;
  const rhythm = isKnown ? look.rhythm : await loadRhythm(db, { connectionId, since, zone });
  const learnedAt = isKnown && look.learnedAt !== null ? look.learnedAt : now;
  const alarm = rhythm && findAlarm(rhythm, since, zone);
  const isDue = alarm !== null && alarm.at <= now;
  const outcome = isDue ? await raiseSilence(job, db, look, alarm) : "not_due";
  const next = isDue
    ? now + (outcome === "waiting" ? SOON_MS : HOUR_MS)
    : Math.min(alarm?.at ?? Number.POSITIVE_INFINITY, learnedAt + DAY_MS);
  await db.run([
    db.orm.execute(sql`
      update connection_watches set rhythm = ${rhythm && JSON.stringify(rhythm)}::jsonb,
        learned_at = ${instantOf(learnedAt)}, alarm_at = ${alarm && instantOf(alarm.at)}::timestamptz,
        next_look_at = ${instantOf(Math.max(next, now + SOON_MS))}
      where connection_id = ${connectionId}::uuid`),
  ]);
  return outcome === "raised";
}

function instantOf(ms: number) {
  return sql`${new Date(ms).toISOString()}::timestamptz`;
}
