import { sql } from "drizzle-orm";
import * as z from "zod";
import { customers } from "~/db/schema/customers";
import type { ContactsView } from "./contacts-view";

const spendSchema = z.array(z.object({ currency: z.string(), netMinor: z.number() }));
/** What a customer spent after refunds, one entry per currency. */
export type Spend = z.infer<typeof spendSchema>;

/** A customer as lists show one. */
export const CUSTOMER_COLUMNS = {
  id: customers.id,
  name: customers.name,
  email: customers.email,
  phone: customers.phone,
  city: customers.city,
  state: customers.state,
  ordersCount: customers.ordersCount,
  lastOrderAt: customers.lastOrderAt,
  createdAt: customers.createdAt,
  isSample: customers.isSample,
  spend: sql`(
    select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'netMinor', s.net_minor)
      order by s.orders_count desc, s.currency), '[]')
    from customer_spend s where s.org_id = customers.org_id and s.customer_id = customers.id)`.mapWith(
    (spend: unknown): Spend => spendSchema.parse(spend),
  ),
};

/** The row with its contacts as the role may see them. */
export function showContacts<T extends { email: string | null; phone: string | null }>(
  row: T,
  view: ContactsView,
): T {
  return { ...row, email: view.email(row.email), phone: view.phone(row.phone) };
}
