import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import type { AnchorPort } from "./anchors";

const AT_ONCE = 6;

const headRow = z.object({ org_id: z.uuid(), seq: z.coerce.number().int(), hash: z.string() });

/**
 * Notes outside of the database where audit chains are that went on: each once a
 * day (UTC), at most `limit` of them, those that waited longest first. Answers how many.
 */
export async function anchorHeads(job: {
  db: HttpDatabase;
  anchors: Pick<AnchorPort, "keep">;
  now: Date;
  limit: number;
}): Promise<number> {
  const day = job.now.toISOString().slice(0, 10);
  const result = await job.db.execute(
    sql`select org_id, seq, hash from list_audit_heads(${day}::date, ${job.limit})`,
  );
  const heads = readRows(headRow, result);
  if (heads.length === 0) return 0;
  await forEachAtOnce(AT_ONCE, heads, async ({ org_id, seq, hash }) => {
    await job.anchors.keep(org_id, day, { seq, hash });
  });
  const told = heads.map(({ org_id, seq }) => ({ orgId: org_id, seq }));
  await job.db.execute(sql`select mark_audit_anchored(${day}::date, ${JSON.stringify(told)}::jsonb)`);
  return heads.length;
}
