import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { WINDOWS, type Window } from "./sales";
import { salesWindows } from "./sales-windows.server";

/** Customers with a counted order in a window: for `new` it was their first one ever. */
export type Buyers = { new: number; returning: number };

const buyersRow = z.object({
  window: z.enum(WINDOWS),
  new: z.coerce.number(),
  returning: z.coerce.number(),
});

/** New and returning customers per window. A customer counts once, whatever they ordered in. */
export async function listBuyersByWindow(ctx: OrgContext): Promise<Record<Window, Buyers>> {
  const query = sql`
    with ${salesWindows(ctx.now())},
    buyers as (
      select w.name, exists (
        select from orders p
        where p.customer_id = o.customer_id and p.is_revenue and p.placed_at < w.from_at
      ) as is_known
      from counted o join windows w on o.placed_at >= w.from_at and o.placed_at < w.to_at
      where o.customer_id is not null
      group by w.name, w.from_at, o.customer_id
    )
    select name as window, count(*) filter (where not is_known) as new,
      count(*) filter (where is_known) as returning
    from buyers group by name`;
  const rows = readRows(buyersRow, await ctx.db.read(ctx.db.orm.execute(query)));
  const of = (window: Window): Buyers => {
    const row = rows.find((candidate) => candidate.window === window);
    return { new: row?.new ?? 0, returning: row?.returning ?? 0 };
  };
  return { today: of("today"), yesterday: of("yesterday"), month: of("month"), before: of("before") };
}
