import { sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { learnRhythm, type Rhythm } from "./learn-rhythm";

const HOUR_MS = 3_600_000;
const LEARNED_MS = 8 * 168 * HOUR_MS;

const hourRow = z.object({ hour: z.coerce.number(), received: z.number().int() });
const gapRow = z.object({ from: z.coerce.number(), until: z.coerce.number() });

/** Learns a connection's rhythm from its eight weeks before `since` (ms); null while there is too little. */
export async function loadRhythm(
  db: JobDb,
  { connectionId, since, zone }: { connectionId: string; since: number; zone: string },
): Promise<Rhythm | null> {
  const latest = Math.floor(since / HOUR_MS) * HOUR_MS;
  const earliest = new Date(latest - LEARNED_MS).toISOString();
  const [counted, silent] = await db.run([
    db.orm.execute(sql`
      select (extract(epoch from hour) * 1000)::float8 as hour, received from connection_hours
      where connection_id = ${connectionId}::uuid and hour >= ${earliest}::timestamptz
        and hour <= ${new Date(latest).toISOString()}::timestamptz
      order by hour`),
    // While the shop had switched its webhooks off, nothing could come: that is no part of its rhythm.
    db.orm.execute(sql`
      select (extract(epoch from since) * 1000)::float8 as "from",
        (extract(epoch from ended_at) * 1000)::float8 as until
      from silences
      where connection_id = ${connectionId}::uuid and ended_at > ${earliest}::timestamptz
        and webhooks in ('missing', 'switched_off')
      order by since`),
  ]);
  const hours = readRows(hourRow, counted);
  const from = hours[0]?.hour;
  // Up to the hour of the last delivery, which is earlier than `since` behind a pause.
  const until = hours.at(-1)?.hour;
  if (from === undefined || until === undefined) return null;
  const received = new Map(hours.map((one) => [one.hour, one.received]));
  return learnRhythm(received, { from, until, zone, gaps: readRows(gapRow, silent) });
}
