import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { OUTCOMES } from "../deliveries/outcomes";
import type { KeptSample } from "./sample";

const MOST_SHOWN = 6;
/** Looked through for those that have a body. */
const MOST_READ = 60;
/** Characters; a longer body is no good for pointing at. */
const LONGEST_BODY = 40_000;
const MOST_COUNTED = 1000;

const sampleRow = z.object({
  id: z.uuid(),
  receivedAt: z.string(),
  topic: z.string(),
  outcome: z.enum(OUTCOMES),
  text: z.string(),
});

/** A connection's newest deliveries that can be read, newest first. Times are ISO 8601 UTC. */
export async function listSamples({ db }: OrgContext, connectionId: string): Promise<KeptSample[]> {
  const query = sql`
    select id, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
      topic, outcome, body as text
    from (
      select id, received_at, topic, outcome, body, body_bytes from deliveries
      where connection_id = ${connectionId}::uuid order by received_at desc, id desc limit ${MOST_READ}) latest
    where body is not null and body_bytes <= ${LONGEST_BODY}
    order by received_at desc limit ${MOST_SHOWN}`;
  return readRows(sampleRow, await db.read(db.orm.execute(query)));
}

const countRow = z.object({ count: z.coerce.number() });

/** How many of a connection's deliveries wait because nobody has said what they mean, or what a word in them means. */
export async function countParked({ db }: OrgContext, connectionId: string): Promise<number> {
  const query = sql`
    select count(*) as count from (
      select 1 from deliveries
      where connection_id = ${connectionId}::uuid and outcome = 'needs_attention'
        and reason in ('needs_mapping', 'unknown_status', 'unmappable_body')
      limit ${MOST_COUNTED}) parked`;
  return readRows(countRow, await db.read(db.orm.execute(query)))[0]?.count ?? 0;
}
