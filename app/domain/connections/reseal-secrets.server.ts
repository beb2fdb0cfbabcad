import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { fromDatabaseError } from "~/db/database-error";
import { readRows } from "~/db/read-rows";
import type { SealedSecret } from "~/db/schema/connections";
import type { Keyring } from "~/lib/keyring";
import { logError } from "~/lib/log";
import { needsReseal, open, SealError, seal, sealedPrefix } from "~/lib/sealed-box";
import { secretPlace } from "./secret-place";

const FIRST = "00000000-0000-0000-0000-000000000000";

const staleRow = z.object({
  org_id: z.uuid(),
  connection_id: z.uuid(),
  version: z.number().int(),
  secrets: z.array(z.object({ id: z.string(), sealed: z.string(), expiresAt: z.string().nullable() })),
});
type StaleConnection = z.output<typeof staleRow>;

export type ResealResult = {
  /** Connections whose secrets are now under the current key. */
  resealed: number;
  /** Changed by somebody meanwhile: the next run takes them. */
  changed: number;
  /** Cannot be opened with any listed key; logged, and never overwritten. */
  unreadable: number;
  /** Whether every connection was looked at. With `unreadable` and `changed` at 0 the old key can go. */
  isComplete: boolean;
};

/**
 * Seals connection secrets anew that are under an older key, at most `maxBatches`
 * pages of `batchSize` connections. It may stop anywhere: what is done no longer
 * counts as stale, and the next run goes on with the rest.
 */
export async function resealSecrets(input: {
  db: HttpDatabase;
  keyring: Keyring;
  batchSize: number;
  maxBatches: number;
}): Promise<ResealResult> {
  const { db, keyring, batchSize, maxBatches } = input;
  const result: ResealResult = { resealed: 0, changed: 0, unreadable: 0, isComplete: false };
  let after = { org_id: FIRST, connection_id: FIRST };
  for (let batch = 0; batch < maxBatches; batch++) {
    const page = await listStale(db, keyring, after, batchSize);
    for (const connection of page) result[await resealOne(db, keyring, connection)] += 1;
    const last = page.at(-1);
    if (!last || page.length < batchSize) return { ...result, isComplete: true };
    after = last;
  }
  return result;
}

async function listStale(
  db: HttpDatabase,
  keyring: Keyring,
  after: { org_id: string; connection_id: string },
  limit: number,
): Promise<StaleConnection[]> {
  try {
    const call = sql`select * from list_stale_secrets(${sealedPrefix(keyring.current)},
      ${after.org_id}::uuid, ${after.connection_id}::uuid, ${limit}::int)`;
    return readRows(staleRow, await db.execute(call));
  } catch (error) {
    throw fromDatabaseError(error);
  }
}

async function resealOne(
  db: HttpDatabase,
  keyring: Keyring,
  connection: StaleConnection,
): Promise<"resealed" | "changed" | "unreadable"> {
  const { org_id: orgId, connection_id: connectionId } = connection;
  try {
    const secrets = await Promise.all(
      connection.secrets.map((secret) => resealSecret(keyring, orgId, connectionId, secret)),
    );
    return (await replaceSecrets(db, keyring, connection, secrets)) ? "resealed" : "changed";
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    logError("secrets.unreadable", { orgId, connectionId, error });
    return "unreadable";
  }
}

async function resealSecret(
  keyring: Keyring,
  orgId: string,
  connectionId: string,
  secret: SealedSecret,
): Promise<SealedSecret> {
  if (!needsReseal(keyring, secret.sealed)) return secret;
  const place = secretPlace(orgId, connectionId, secret.id);
  const plaintext = await open(keyring, secret.sealed, place);
  return { ...secret, sealed: await seal(keyring, plaintext, place) };
}

async function replaceSecrets(
  db: HttpDatabase,
  keyring: Keyring,
  { org_id, connection_id, version }: StaleConnection,
  secrets: SealedSecret[],
): Promise<boolean> {
  const call = sql`select replace_sealed_secrets(${org_id}::uuid, ${connection_id}::uuid, ${version}::int,
    ${JSON.stringify(secrets)}::jsonb, ${keyring.current}::int) as replaced`;
  const [row] = readRows(z.object({ replaced: z.boolean() }), await db.execute(call));
  return row?.replaced ?? false;
}
