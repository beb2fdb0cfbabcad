import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { takeTurn } from "~/db/writers-turn";
import { AppError } from "~/lib/app-error";
import type { Action } from "../audit/actions";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import type { TrashNoun } from "./trash-nouns";
import { TRASH_TABLES, uuids } from "./trash-statements.server";

const ACTIONS: Record<TrashNoun, Action> = {
  customer: "customer.purged",
  order: "order.purged",
  product: "product.purged",
  subscription: "subscription.purged",
};

/**
 * Deletes records of the trash for good before their 30 days are over, once the
 * organization's name was typed: at most 50. What was restored meanwhile stays.
 * Answers how many went. Throws `invalid` when the name differs.
 */
export async function purgeRecords(
  ctx: OrgContext,
  { noun, ids, name }: { noun: TrashNoun; ids: readonly string[]; name: string },
): Promise<number> {
  const { organization } = await ctx.db.entry();
  if (name !== organization.name)
    throw new AppError("invalid", "errors:invalid", { fields: { name: "errors:organizations.nameDiffers" } });
  const acts = [...new Set(ids)].map((id) => {
    const act = auditRow(ctx, { action: ACTIONS[noun], subject: { kind: noun, id } });
    const found = sql`from ${TRASH_TABLES[noun]} where id = ${id}::uuid and deleted_at is not null`;
    return ctx.db.orm.execute(sql`${act} ${found}`);
  });
  const at = ctx.now().toISOString();
  const purge = sql`select purge_trashed(${noun}, ${uuids(ids)}, ${at}::timestamptz) as count`;
  const results = await ctx.db.write([ctx.db.orm.execute(takeTurn), ...acts, ctx.db.orm.execute(purge)]);
  const [gone] = readRows(z.object({ count: z.number() }), results.at(-1));
  return gone?.count ?? 0;
}
