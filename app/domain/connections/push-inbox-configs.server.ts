import { sql } from "drizzle-orm";
import * as z from "zod";
import { connectionSettingsSchema } from "~/connectors/generic/settings";
import type { HttpDatabase } from "~/db/client";
import { fromDatabaseError } from "~/db/database-error";
import { readRows } from "~/db/read-rows";
import type { InboxConfig, InboxPort } from "~/domain/context";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import { logError } from "~/lib/log";
import { platformSchema } from "./connection-platform";

const AT_ONCE = 6;

const waitingRow = z.object({
  org_id: z.uuid(),
  connection_id: z.uuid(),
  shop_id: z.uuid(),
  platform: platformSchema,
  state: z.enum(["waiting", "live", "paused", "uninstalled", "removed"]),
  version: z.number().int(),
  secrets: z.array(z.object({ id: z.string(), sealed: z.string(), expiresAt: z.string().nullable() })),
  shop_external_id: z.string().nullable(),
  settings: connectionSettingsSchema.nullable().catch(null),
});

export type PushResult = { pushed: number; failed: number };

/**
 * Tells inboxes the configurations they have yet to learn: those of one
 * connection, or the next `limit`. What fails stays in the outbox for the next
 * time. An uninstalled shop's last deliveries may still be on their way, so its
 * inbox goes on accepting.
 */
export async function pushInboxConfigs(input: {
  db: HttpDatabase;
  inboxes: InboxPort;
  limit: number;
  connectionId?: string;
}): Promise<PushResult> {
  const result: PushResult = { pushed: 0, failed: 0 };
  const rows = await listWaiting(input.db, input.limit, input.connectionId ?? null);
  await forEachAtOnce(AT_ONCE, rows, async (row) => {
    const config = toConfig(row);
    try {
      await input.inboxes.configure(config);
      await finish(input.db, config);
      result.pushed += 1;
    } catch (error) {
      result.failed += 1;
      logError("inbox.push_failed", { orgId: config.orgId, connectionId: config.connectionId, error });
    }
  });
  return result;
}

async function listWaiting(db: HttpDatabase, limit: number, connectionId: string | null) {
  try {
    const call = sql`select * from list_inbox_configs(${limit}, ${connectionId}::uuid)`;
    return readRows(waitingRow, await db.execute(call));
  } catch (error) {
    throw fromDatabaseError(error);
  }
}

async function finish(db: HttpDatabase, { orgId, connectionId, version }: InboxConfig): Promise<void> {
  await db.execute(sql`select finish_inbox_push(${orgId}::uuid, ${connectionId}::uuid, ${version})`);
}

function toConfig(row: z.output<typeof waitingRow>): InboxConfig {
  return {
    orgId: row.org_id,
    connectionId: row.connection_id,
    shopId: row.shop_id,
    platform: row.platform,
    version: row.version,
    isEnabled: row.state !== "paused" && row.state !== "removed",
    secrets: row.secrets,
    shopExternalId: row.shop_external_id,
    ...(row.settings && { settings: row.settings }),
  };
}
