import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";

const connectionRow = z.object({ org_id: z.uuid(), id: z.uuid() });

export type SweptConnection = { orgId: string; id: string };

/**
 * The next page of connections whose inboxes are looked after. The database
 * remembers where the sweep is, so pages of many runs add up to all of them; a
 * page shorter than `limit` is the last.
 */
export async function listNextConnections(db: HttpDatabase, limit: number): Promise<SweptConnection[]> {
  const result = await db.execute(sql`select org_id, id from next_connections('inboxes', ${limit})`);
  return readRows(connectionRow, result).map(({ org_id, id }) => ({ orgId: org_id, id }));
}

/** `minute` is the start of the minute, ISO 8601 in UTC. */
export type RefusalTally = {
  orgId: string;
  connectionId: string;
  minute: string;
  reason: string;
  count: number;
};

/** Keeps how many requests were turned away per connection, minute and reason. Telling it twice changes nothing. */
export async function recordRefusals(db: HttpDatabase, tallies: readonly RefusalTally[]): Promise<void> {
  if (tallies.length === 0) return;
  await db.execute(sql`select record_refusals(${JSON.stringify(tallies)}::jsonb)`);
}
