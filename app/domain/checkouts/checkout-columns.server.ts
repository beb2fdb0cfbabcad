import { and, eq, type SQL, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { checkouts } from "~/db/schema/checkouts";
import { shops } from "~/db/schema/connections";
import { customers } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import { CHECKOUT_STATES, standingOf } from "./checkout-states";

/** What lists show of a checkout. Its name is the customer's, else what was typed. */
const CHECKOUT_COLUMNS = {
  id: checkouts.id,
  number: checkouts.number,
  state: checkedText(checkouts.state, CHECKOUT_STATES),
  abandonedAt: checkouts.abandonedAt,
  activeAt: checkouts.activeAt,
  startedAt: checkouts.startedAt,
  currency: checkouts.currency,
  totalMinor: checkouts.totalMinor,
  items: checkouts.items,
  removedAt: checkouts.removedAt,
  isSample: checkouts.isSample,
  customerId: checkouts.customerId,
};

const NAMED = {
  name: sql<string | null>`coalesce(${customers.name}, ${checkouts.contact} #>> '{person,name}')`,
  email: sql<string | null>`coalesce(${checkouts.email}, ${customers.email})`,
  phone: sql<string | null>`coalesce(${checkouts.phone}, ${customers.phone})`,
  shopName: shops.name,
};

/** Checkouts as lists show them, with shop and person; the caller adds which and in what order. */
export function selectCheckouts<Extra extends Record<string, SQL<string>>>({ db }: OrgContext, extra: Extra) {
  return db.orm
    .select({ ...CHECKOUT_COLUMNS, ...NAMED, ...extra })
    .from(checkouts)
    .innerJoin(shops, and(eq(shops.orgId, checkouts.orgId), eq(shops.id, checkouts.shopId)))
    .leftJoin(customers, and(eq(customers.orgId, checkouts.orgId), eq(customers.id, checkouts.customerId)))
    .$dynamic();
}

type Dated = Parameters<typeof standingOf>[0];

/** The row with where it stands now. */
export function withStanding<Row extends Dated>(row: Row, now: Date) {
  return { ...row, status: standingOf(row, now) };
}
