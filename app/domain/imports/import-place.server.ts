import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { OpenImport } from "./open-import.server";

const progressRow = z.object({ progress: z.object({ part: z.number(), offset: z.number() }).nullable() });

/** Whether nobody went on with the import since it was read; holds it until the transaction's end. */
export async function isAt(tx: OrgTransaction, { id, progress }: OpenImport): Promise<boolean> {
  const result = await tx.execute(sql`select progress from imports where id = ${id}::uuid for update`);
  const [row] = readRows(progressRow, result);
  const [now, then] = [row?.progress ?? null, progress];
  return now?.part === then?.part && now?.offset === then?.offset;
}
