import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { TombstoneHasher } from "../customers/tombstones";
import type { OpenImport } from "./open-import.server";

const placeRow = z.object({
  progress: z.object({ part: z.number(), offset: z.number() }).nullable(),
  hasErased: z.boolean(),
});

/**
 * Holds the import until the transaction's end, and answers how those who were erased are looked
 * for: where the organization erased nobody, no name is hashed. Null when somebody went on with the
 * import since it was read.
 */
export async function takePlace(
  tx: OrgTransaction,
  { id, progress }: OpenImport,
  hasher: TombstoneHasher,
): Promise<TombstoneHasher | null> {
  const result = await tx.execute(sql`
    select progress, exists (select from tombstones) as "hasErased" from imports where id = ${id}::uuid for update`);
  const [row] = readRows(placeRow, result);
  const [now, then] = [row?.progress ?? null, progress];
  if (!row || now?.part !== then?.part || now?.offset !== then?.offset) return null;
  return row.hasErased ? hasher : { ...hasher, hashes: async () => [] };
}
