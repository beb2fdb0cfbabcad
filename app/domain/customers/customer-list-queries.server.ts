import { eq } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import type { ListPlan } from "../filters/list-plan.server";
import type { ListParams } from "../filters/list-query.schema";
import { readList } from "../filters/read-list.server";
import { contactsViewOf } from "./contacts-view";
import { CUSTOMER_COLUMNS, showContacts } from "./customer-columns.server";

/**
 * A page of the customers list with how many there are. Sorted by spend it holds
 * those who spent in the organization's currency, by a custom field those who have a
 * value. Throws `bad_request` for a cursor of another list.
 */
export async function listCustomers(ctx: OrgContext, params: ListParams) {
  const [entry, list] = await Promise.all([ctx.db.entry(), readList(ctx, "customers", params, selectPage)]);
  const view = contactsViewOf(entry.role);
  return {
    ...list,
    rows: list.rows.map((row) => showContacts(row, view)),
    currency: entry.organization.currency,
  };
}

export type ListedCustomer = Awaited<ReturnType<typeof listCustomers>>["rows"][number];

function selectPage({ db }: OrgContext, { page, key, orderBy }: ListPlan) {
  return db.orm
    .select({ ...CUSTOMER_COLUMNS, key })
    .from(customers)
    .innerJoin(page, eq(customers.id, page.id))
    .orderBy(...orderBy);
}
