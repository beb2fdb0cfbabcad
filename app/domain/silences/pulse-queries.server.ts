import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { instantSchema } from "../accounts/call-function.server";
import type { OrgContext } from "../context";
import { WEBHOOK_ANSWERS } from "./silence-job";

const DAY_MS = 86_400_000;

const silenceSchema = z.object({
  since: instantSchema,
  oneIn: z.number(),
  onceInWeeks: z.number().int(),
  webhooks: z.enum(WEBHOOK_ANSWERS),
});

const pulseRow = z.object({
  connectionId: z.uuid(),
  /** Deliveries on an average day; null while there is too little to learn a rhythm from. */
  perDay: z.coerce.number().nullable(),
  /** From the shop's request to its outcome, over 24 hours: the median of the hours' means, and the longest. */
  lagMs: z.coerce.number().nullable(),
  longestLagMs: z.coerce.number().nullable(),
  /** The silence of now, where it is too long for chance. */
  silence: silenceSchema.nullable(),
});
export type Pulse = Omit<z.output<typeof pulseRow>, "connectionId">;

/** How every connection's deliveries usually come and are handled, by its id; none before the first was counted. */
export async function listPulses({ db, now }: OrgContext): Promise<Map<string, Pulse>> {
  const since = new Date(now().getTime() - DAY_MS).toISOString();
  const query = sql`
    select w.connection_id as "connectionId", (w.rhythm ->> 'perDay')::float8 as "perDay",
      lag.median as "lagMs", lag.longest as "longestLagMs",
      (select jsonb_build_object('since', s.since, 'oneIn', s.one_in, 'onceInWeeks', s.once_in_weeks,
          'webhooks', s.webhooks)
        from silences s
        where s.connection_id = w.connection_id and s.ended_at is null and s.since >= c.last_delivery_at
          and c.state = 'live'
        order by s.since desc limit 1) as silence
    from connection_watches w join connections c on c.org_id = w.org_id and c.id = w.connection_id
    left join lateral (
      select percentile_cont(0.5) within group (order by h.lag_sum_ms::float8 / h.timed) as median,
        max(h.lag_max_ms)::float8 as longest
      from connection_hours h
      where h.connection_id = w.connection_id and h.hour >= ${since}::timestamptz and h.timed > 0) lag on true`;
  const rows = readRows(pulseRow, await db.read(db.orm.execute(query)));
  return new Map(rows.map(({ connectionId, ...pulse }) => [connectionId, pulse]));
}
