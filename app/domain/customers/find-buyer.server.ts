import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";

const buyerRow = z.object({ id: z.uuid(), name: z.string().nullable() });

/** The customer that an order is entered for, by id; null when none is named or there is none. */
export async function findBuyer(ctx: OrgContext, customerId: string | null) {
  const id = z.uuid().safeParse(customerId);
  if (!id.success) return null;
  const result = await ctx.db.read(
    ctx.db.orm.execute(sql`select id, name from customers
      where id = ${id.data}::uuid and deleted_at is null and merged_into is null`),
  );
  return readRows(buyerRow, result)[0] ?? null;
}
