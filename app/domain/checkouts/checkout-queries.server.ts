import { and, desc, eq, type SQL } from "drizzle-orm";
import { checkouts } from "~/db/schema/checkouts";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { foundWhere } from "../filters/found-records.server";
import type { ListParams } from "../filters/list-query.schema";
import { readFound } from "../filters/read-found.server";
import { readList } from "../filters/read-list.server";
import { SOURCES } from "../filters/sources.server";
import { requireRecordId } from "../record-id";
import { selectCheckouts, withStanding } from "./checkout-columns.server";

const MOST_OF_CUSTOMER = 20;
const { isListed } = SOURCES.checkouts;

/**
 * A page of the checkouts that somebody left or is busy in, or what a search finds on one page.
 * Throws `bad_request` for a cursor of another list.
 */
export async function listCheckouts(ctx: OrgContext, params: ListParams) {
  const [{ role }, list] = await Promise.all([
    ctx.db.entry(),
    params.q === ""
      ? readList(ctx, "checkouts", params, (ctx, { page, key, orderBy }) =>
          selectCheckouts(ctx, { key })
            .innerJoin(page, eq(checkouts.id, page.id))
            .orderBy(...orderBy),
        )
      : readFound(ctx, "checkouts", params, (ctx, options) => readFoundRows(ctx, params.q, options)),
  ]);
  const view = contactsViewOf(role);
  const now = ctx.now();
  return { ...list, rows: list.rows.map((row) => withStanding(showContacts(row, view), now)) };
}

export type ListedCheckout = Awaited<ReturnType<typeof listCheckouts>>["rows"][number];

type SearchOptions = { limit: number; filter?: SQL | undefined };

/** Checkouts by number, contact or customer, the last active first. */
export async function searchCheckouts(ctx: OrgContext, q: string, options: SearchOptions) {
  const [{ role }, rows] = await Promise.all([ctx.db.entry(), readFoundRows(ctx, q, options)]);
  const view = contactsViewOf(role);
  return rows.map((row) => showContacts(row, view));
}

async function readFoundRows(ctx: OrgContext, q: string, { limit, filter }: SearchOptions) {
  if (q.trim() === "") return [];
  return ctx.db.read(
    selectCheckouts(ctx, {})
      .where(and(isListed, foundWhere("checkouts", q, filter), filter))
      .orderBy(desc(checkouts.activeAt), desc(checkouts.id))
      .limit(limit),
  );
}

/** What a customer left, the last active first, at most `MOST_OF_CUSTOMER`. */
export async function listCustomerCheckouts(ctx: OrgContext, { customerId }: { customerId: string }) {
  const id = requireRecordId(customerId);
  const rows = await ctx.db.read(
    selectCheckouts(ctx, {})
      .where(and(eq(checkouts.customerId, id), isListed))
      .orderBy(desc(checkouts.activeAt), desc(checkouts.id))
      .limit(MOST_OF_CUSTOMER),
  );
  const now = ctx.now();
  return rows.map(({ email: _email, phone: _phone, ...row }) => withStanding(row, now));
}

export type CustomerCheckout = Awaited<ReturnType<typeof listCustomerCheckouts>>[number];
