import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import type { Keyring } from "~/lib/keyring";
import { logError } from "~/lib/log";
import { SealError, sealedPrefix } from "~/lib/sealed-box";
import { callFunction } from "../accounts/call-function.server";
import type { ResealResult } from "../connections/reseal-secrets.server";
import { openTotpSecret, sealTotpSecret } from "./totp-secret.server";

const FIRST = "00000000-0000-0000-0000-000000000000";

const staleRow = z.object({ id: z.uuid(), sealed: z.string() });
type StaleSecret = z.output<typeof staleRow>;

/**
 * Seals authenticator secrets anew that are under an older key, at most
 * `maxBatches` pages of `batchSize`. It may stop anywhere: what is done no longer
 * counts as stale, and the next run goes on with the rest.
 */
export async function resealTotpSecrets(input: {
  db: HttpDatabase;
  keyring: Keyring;
  batchSize: number;
  maxBatches: number;
}): Promise<ResealResult> {
  const { db, keyring, batchSize, maxBatches } = input;
  const result: ResealResult = { resealed: 0, changed: 0, unreadable: 0, isComplete: false };
  let after = FIRST;
  for (let batch = 0; batch < maxBatches; batch++) {
    const call = sql`select * from list_stale_totp(${sealedPrefix(keyring.current)}, ${after}::uuid, ${batchSize}::int)`;
    const page = readRows(staleRow, await db.execute(call));
    for (const secret of page) result[await resealOne(db, keyring, secret)] += 1;
    const last = page.at(-1);
    if (!last || page.length < batchSize) return { ...result, isComplete: true };
    after = last.id;
  }
  return result;
}

async function resealOne(
  db: HttpDatabase,
  keyring: Keyring,
  { id, sealed }: StaleSecret,
): Promise<"resealed" | "changed" | "unreadable"> {
  try {
    const anew = await sealTotpSecret({ keyring }, id, await openTotpSecret({ keyring }, { id, sealed }));
    const call = sql`replace_sealed_totp(${id}::uuid, ${sealed}, ${anew})`;
    return (await callFunction(db, call, z.boolean())) ? "resealed" : "changed";
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    logError("totp_secrets.unreadable", { id, error });
    return "unreadable";
  }
}
