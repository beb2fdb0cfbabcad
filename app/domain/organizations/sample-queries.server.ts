import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";

const countsRow = z.object({
  shops: z.coerce.number(),
  customers: z.coerce.number(),
  orders: z.coerce.number(),
  products: z.coerce.number(),
});

/** How much sample data there is. */
export type SampleCounts = z.output<typeof countsRow>;

export async function countSample({ db }: Pick<OrgContext, "db">): Promise<SampleCounts> {
  const query = sql`
    select
      (select count(*) from shops where is_sample) as shops,
      (select count(*) from customers where is_sample) as customers,
      (select count(*) from orders where shop_id in (select id from shops where is_sample)) as orders,
      (select count(*) from products where shop_id in (select id from shops where is_sample)) as products`;
  const [counts] = readRows(countsRow, await db.read(db.orm.execute(query)));
  return counts ?? { shops: 0, customers: 0, orders: 0, products: 0 };
}
