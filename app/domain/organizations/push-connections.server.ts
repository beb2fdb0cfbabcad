import { sql } from "drizzle-orm";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import { pushConnection } from "../connections/push-connection.server";
import type { OrgContext } from "../context";

const AT_ONCE = 6;
/** What is told at once; the sweep tells the rest within minutes. */
const MOST = 50;

/**
 * Parts of a statement that leave word for every inbox of the organization, if
 * `changed` has a row: whether it accepts depends on the organization's state.
 */
export const queuePushes = sql`
  bumped as (
    update connections set config_version = config_version + 1
    where removed_at is null and exists (select from changed) returning id, config_version
  ),
  queued as (
    insert into inbox_pushes (connection_id, version) select id, config_version from bumped
    on conflict (org_id, connection_id) do update set version = excluded.version, attempts = 0
    returning connection_id
  )`;

/** Tells the inboxes of these connections what changed. */
export async function pushConnections(ctx: OrgContext, connectionIds: readonly string[]): Promise<void> {
  await forEachAtOnce(AT_ONCE, connectionIds.slice(0, MOST), (id) => pushConnection(ctx, id));
}
