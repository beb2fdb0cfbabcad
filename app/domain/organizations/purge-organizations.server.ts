import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import { logError } from "~/lib/log";
import type { ArchivePort } from "../context";
import { exportsPrefix } from "../exports/export-cursor";
import { importsPrefix } from "../imports/import-files.server";

const MOST_ORGANIZATIONS = 20;
const ROWS = 2000;
const PAGE = 200;
const MOST_PARTS = 1000;
const FIRST = "00000000-0000-0000-0000-000000000000";

const placeRow = z.object({
  connection_id: z.uuid(),
  platform: z.string(),
  shop_external_id: z.string().nullable(),
});

/** A connection whose inbox and listing are to be forgotten. */
export type PurgePlace = { connectionId: string; platform: string; shopExternalId: string | null };

/** What an organization has outside of the database. */
export type PurgePort = {
  forgetConnection(place: PurgePlace): Promise<void>;
  closeScreens(orgId: string): Promise<void>;
  archive: ArchivePort;
};

/**
 * Deletes what is left of organizations whose 30 days of closing are over: first
 * what lies outside of the database, then their rows in bounded batches. Every
 * part may be repeated, so a run that was cut off is gone on with by the next.
 * Answers how many rows went.
 */
export async function purgeOrganizations(input: {
  db: HttpDatabase;
  outside: PurgePort;
  now: Date;
  maxBatches: number;
}): Promise<number> {
  const { db, outside, now } = input;
  const call = sql`select org_id from begin_purges(${now.toISOString()}::timestamptz, ${MOST_ORGANIZATIONS})`;
  let rows = 0;
  let batches = 0;
  for (const { org_id } of readRows(z.object({ org_id: z.uuid() }), await db.execute(call))) {
    try {
      await forgetOutside(db, outside, org_id);
      for (let isMore = true; isMore && batches < input.maxBatches; batches++) {
        const gone = await purgeBatch(db, org_id);
        rows += gone;
        isMore = gone > 0;
      }
    } catch (error) {
      logError("organization.purge_failed", { orgId: org_id, error });
    }
  }
  return rows;
}

async function forgetOutside(db: HttpDatabase, outside: PurgePort, orgId: string): Promise<void> {
  await outside.closeScreens(orgId);
  for (let after = FIRST; ; ) {
    const call = sql`select * from list_purge_places(${orgId}::uuid, ${after}::uuid, ${PAGE})`;
    const places = readRows(placeRow, await db.execute(call));
    for (const { connection_id, platform, shop_external_id } of places) {
      await outside.forgetConnection({
        connectionId: connection_id,
        platform,
        shopExternalId: shop_external_id,
      });
    }
    const last = places.at(-1);
    if (!last || places.length < PAGE) break;
    after = last.connection_id;
  }
  for (const prefix of [exportsPrefix(orgId), importsPrefix(orgId)]) {
    while ((await outside.archive.deleteSome(prefix, MOST_PARTS)) > 0);
  }
}

async function purgeBatch(db: HttpDatabase, orgId: string): Promise<number> {
  const call = sql`select purge_organization(${orgId}::uuid, ${ROWS}) as count`;
  const [row] = readRows(z.object({ count: z.number() }), await db.execute(call));
  return row?.count ?? 0;
}
