import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Keys } from "~/connectors/api/keys.schema";
import { readRows } from "~/db/read-rows";
import type { CredentialsDoor } from "./credentials-door";
import { openKeys } from "./sealed-keys.server";

const credentialsRow = z.object({
  orgId: z.uuid(),
  sealed: z.string(),
  scopes: z.array(z.string()),
  account: z.string(),
  brokenReason: z.string().nullable(),
  refusedTopics: z.array(z.string()),
});

/** A connection's keys in the clear, and whose they are. */
export type Credentials = {
  connectionId: string;
  keys: Keys;
  /** A shop's domain, the address of a site, an account's name. */
  account: string;
  scopes: readonly string[];
  /** Why the shop refused them the last time; null while they work. */
  brokenReason: string | null;
  /** Webhook topics for which the shop gave no permission. */
  refusedTopics: readonly string[];
  /** As they were read: keeping refreshed ones counts only while nobody else did. */
  sealed: string;
};

/**
 * The keys that a connection's API is called with, or null when there are none.
 * `doorOf(ctx)` is a request's door, `jobDoorOf(tools, orgId)` a job's. Throws
 * `SealError` when they were not sealed for this connection.
 */
export async function openCredentials(
  door: CredentialsDoor,
  connectionId: string,
): Promise<Credentials | null> {
  const query = sql`
    select org_id as "orgId", sealed, scopes, account, broken_reason as "brokenReason",
      webhooks_refused as "refusedTopics"
    from connection_credentials where connection_id = ${connectionId}::uuid`;
  const [row] = readRows(credentialsRow, await door.read(query));
  if (!row) return null;
  const { orgId, ...rest } = row;
  const keys = await openKeys(door.keyring, { orgId, connectionId, sealed: row.sealed });
  return { connectionId, keys, ...rest };
}
