import { sql } from "drizzle-orm";
import * as z from "zod";
import { customers } from "~/db/schema/customers";
import { PERMISSIONS } from "../organizations/permissions";
import type { ContactsView } from "./contacts-view";

const spendSchema = z.array(z.object({ currency: z.string(), netMinor: z.number() }));
/** What a customer spent after refunds, one entry per currency. */
export type Spend = z.infer<typeof spendSchema>;

const valuesSchema = z.array(
  z.object({
    fieldId: z.string(),
    text: z.string().nullable(),
    number: z.number().nullable(),
    currency: z.string().nullable(),
    day: z.string().nullable(),
    yes: z.boolean().nullable(),
    optionId: z.string().nullable(),
  }),
);
/** What a customer's custom field holds; several rows where several options are chosen. */
export type ListedValue = z.infer<typeof valuesSchema>[number];

/** A customer as lists show one. */
export const CUSTOMER_COLUMNS = {
  id: customers.id,
  name: customers.name,
  email: customers.email,
  phone: customers.phone,
  company: customers.company,
  city: customers.city,
  state: customers.state,
  country: customers.country,
  ordersCount: customers.ordersCount,
  firstOrderAt: customers.firstOrderAt,
  lastOrderAt: customers.lastOrderAt,
  createdAt: customers.createdAt,
  isSample: customers.isSample,
  spend: sql`(
    select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'netMinor', s.net_minor)
      order by s.orders_count desc, s.currency), '[]')
    from customer_spend s where s.org_id = customers.org_id and s.customer_id = customers.id)`.mapWith(
    (spend: unknown): Spend => spendSchema.parse(spend),
  ),
  tagIds: sql`(
    select coalesce(jsonb_agg(t.tag_id order by t.created_at, t.tag_id), '[]')
    from customer_tags t where t.org_id = customers.org_id and t.customer_id = customers.id)`.mapWith(
    (ids: unknown): string[] => z.array(z.string()).parse(ids),
  ),
  // Private fields only for roles that see contacts, which the transaction knows.
  values: sql`(
    select coalesce(jsonb_agg(jsonb_build_object('fieldId', v.field_id, 'text', v.text_value, 'number', v.number_value,
      'currency', v.currency, 'day', v.date_value, 'yes', v.yes_value, 'optionId', v.option_id)), '[]')
    from custom_field_values v join custom_fields f on f.org_id = v.org_id and f.id = v.field_id
    where v.org_id = customers.org_id and v.customer_id = customers.id
      and (not f.is_private or current_setting('app.role', true) = any(${sql.param([
        ...PERMISSIONS["contacts.view"],
      ])}::text[])))`.mapWith((values: unknown): ListedValue[] => valuesSchema.parse(values)),
};

/** The row with its contacts as the role may see them. */
export function showContacts<T extends { email: string | null; phone: string | null }>(
  row: T,
  view: ContactsView,
): T {
  return { ...row, email: view.email(row.email), phone: view.phone(row.phone) };
}
