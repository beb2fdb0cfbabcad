import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { shops } from "~/db/schema/connections";
import { subscriptions } from "~/db/schema/subscriptions";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { foundWhere } from "../filters/found-records.server";
import type { ListParams } from "../filters/list-query.schema";
import { readFound } from "../filters/read-found.server";
import { readList } from "../filters/read-list.server";
import { requireRecordId } from "../record-id";
import { SUBSCRIPTION_COLUMNS, selectSubscriptions } from "./subscription-columns.server";

const MOST_OF_CUSTOMER = 20;

/**
 * A page of the subscriptions list, or what a search finds on one page.
 * Throws `bad_request` for a cursor of another list.
 */
export async function listSubscriptions(ctx: OrgContext, params: ListParams) {
  const [{ role }, list] = await Promise.all([
    ctx.db.entry(),
    params.q === ""
      ? readList(ctx, "subscriptions", params, (ctx, { page, key, orderBy }) =>
          selectSubscriptions(ctx, { key })
            .innerJoin(page, eq(subscriptions.id, page.id))
            .orderBy(...orderBy),
        )
      : readFound(ctx, "subscriptions", params, (ctx, options) => readFoundRows(ctx, params.q, options)),
  ]);
  const view = contactsViewOf(role);
  return { ...list, rows: list.rows.map((row) => showContacts(row, view)) };
}

export type ListedSubscription = Awaited<ReturnType<typeof listSubscriptions>>["rows"][number];

type SearchOptions = { limit: number; filter?: SQL | undefined };

/** Subscriptions whose number begins with what was typed, and those of the customers that it finds, the newest first. */
export async function searchSubscriptions(ctx: OrgContext, q: string, options: SearchOptions) {
  const [{ role }, rows] = await Promise.all([ctx.db.entry(), readFoundRows(ctx, q, options)]);
  const view = contactsViewOf(role);
  return rows.map((row) => showContacts(row, view));
}

async function readFoundRows(ctx: OrgContext, q: string, { limit, filter }: SearchOptions) {
  if (q.trim() === "") return [];
  return ctx.db.read(
    selectSubscriptions(ctx, {})
      .where(and(isNull(subscriptions.deletedAt), foundWhere("subscriptions", q, filter), filter))
      .orderBy(desc(subscriptions.startedAt), desc(subscriptions.id))
      .limit(limit),
  );
}

/** A customer's subscriptions, the newest first, at most `MOST_OF_CUSTOMER`. */
export async function listCustomerSubscriptions(ctx: OrgContext, { customerId }: { customerId: string }) {
  const id = requireRecordId(customerId);
  return ctx.db.read(
    ctx.db.orm
      .select(SUBSCRIPTION_COLUMNS)
      .from(subscriptions)
      .innerJoin(shops, and(eq(shops.orgId, subscriptions.orgId), eq(shops.id, subscriptions.shopId)))
      .where(and(eq(subscriptions.customerId, id), isNull(subscriptions.deletedAt)))
      .orderBy(desc(subscriptions.startedAt), desc(subscriptions.id))
      .limit(MOST_OF_CUSTOMER),
  );
}

export type CustomerSubscription = Awaited<ReturnType<typeof listCustomerSubscriptions>>[number];
