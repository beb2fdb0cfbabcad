import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { CASH_OUTCOMES, type CashOutcome, cashOutcomeOf, cashRate } from "../orders/cash-outcome";
import { ORDER_STATUSES } from "../orders/order-statuses";
import { requireRecordId } from "../record-id";

// A counter phone can gather tens of thousands of orders; the newest tell how somebody pays.
const NEWEST = 500;
const SHOWN = 5;

const orderRow = z.object({
  id: z.uuid(),
  number: z.string(),
  status: z.enum(ORDER_STATUSES),
  placedAt: z.coerce.date(),
  totalMinor: z.number(),
  currency: z.string(),
});
const historyRow = z.object({
  counts: z.array(z.object({ status: z.enum(ORDER_STATUSES), orders: z.number() })),
  newest: z.array(orderRow),
});

type CashOrder = Omit<z.output<typeof orderRow>, "status"> & { outcome: CashOutcome };

/** How a customer's orders by cash on delivery ended. */
export type CashHistory = {
  orders: number;
  counts: Record<CashOutcome, number>;
  /** Of those decided, the share that was paid; null while none is. */
  rate: number | null;
  /** The newest five. */
  newest: CashOrder[];
};

/**
 * How the newest 500 orders by cash on delivery of a customer ended, with the newest five of
 * them. Tests, drafts, and what was deleted in the shop or here do not count.
 */
export async function getCashHistory(
  { db }: OrgContext,
  input: { customerId: string },
): Promise<CashHistory> {
  const customerId = requireRecordId(input.customerId);
  const result = await db.read(
    db.orm.execute(sql`
      with own as materialized (
        select id, number, status, placed_at, total_minor, currency from orders
        where customer_id = ${customerId}::uuid and is_cash_on_delivery and deleted_at is null
          and removed_at is null and not is_test and status <> 'draft'
        order by placed_at desc, id desc limit ${NEWEST})
      select
        (select coalesce(json_agg(json_build_object('status', status, 'orders', orders)), '[]')
          from (select status, count(*) as orders from own group by status) s) as counts,
        (select coalesce(json_agg(json_build_object('id', id, 'number', number, 'status', status,
            'placedAt', placed_at, 'totalMinor', total_minor, 'currency', currency)
            order by placed_at desc, id desc), '[]')
          from (select * from own order by placed_at desc, id desc limit ${SHOWN}) n) as newest`),
  );
  const [row = { counts: [], newest: [] }] = readRows(historyRow, result);
  const counts: CashHistory["counts"] = { paid: 0, refused: 0, returned: 0, open: 0 };
  for (const { status, orders } of row.counts) {
    const outcome = cashOutcomeOf(status);
    if (outcome) counts[outcome] += orders;
  }
  return {
    orders: CASH_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
    counts,
    rate: cashRate(counts),
    newest: row.newest.flatMap(({ status, ...order }) => {
      const outcome = cashOutcomeOf(status);
      return outcome ? [{ ...order, outcome }] : [];
    }),
  };
}
