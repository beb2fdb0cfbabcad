import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { type CurrencyDay, type CurrencyWindow, WINDOWS } from "./sales";
import { salesWindows } from "./sales-windows.server";

// Sums of bigint arrive as text.
const sales = {
  currency: z.string(),
  orders: z.coerce.number(),
  grossMinor: z.coerce.number(),
  refundedMinor: z.coerce.number(),
};
const windowRow = z.object({ ...sales, window: z.enum(WINDOWS) });
const dayRow = z.object({ ...sales, day: z.iso.date() });

const SUMS = sql`count(*) as orders, sum(o.total_minor) as "grossMinor", sum(o.refunded_minor) as "refundedMinor"`;

/** Counted orders per currency and window; what has no orders is absent. */
export async function listSalesByWindow(ctx: OrgContext): Promise<CurrencyWindow[]> {
  const query = sql`
    with ${salesWindows(ctx.now())}
    select w.name as window, o.currency, ${SUMS}
    from counted o join windows w on o.placed_at >= w.from_at and o.placed_at < w.to_at
    group by w.name, o.currency`;
  return readRows(windowRow, await ctx.db.read(ctx.db.orm.execute(query)));
}

/** Counted orders per currency and local day of the last 60 days; days without orders are absent. */
export async function listSalesByDay(ctx: OrgContext): Promise<CurrencyDay[]> {
  const query = sql`
    with ${salesWindows(ctx.now())}
    select to_char(o.placed_at at time zone c.zone, 'YYYY-MM-DD') as day, o.currency, ${SUMS}
    from counted o cross join clock c
    group by 1, 2`;
  return readRows(dayRow, await ctx.db.read(ctx.db.orm.execute(query)));
}
