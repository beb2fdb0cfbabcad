import { and, eq } from "drizzle-orm";
import { checkouts } from "~/db/schema/checkouts";
import { shops } from "~/db/schema/connections";
import { orders } from "~/db/schema/orders";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { requireRecordId } from "../record-id";
import { selectCheckouts, withStanding } from "./checkout-columns.server";

/** A checkout with all that is known of it and the order it became; contacts as the role may see them. Throws `not_found`. */
export async function getCheckout(ctx: OrgContext, { checkoutId }: { checkoutId: string }) {
  const id = requireRecordId(checkoutId);
  const isOne = eq(checkouts.id, id);
  const [{ role }, [listed], [rest]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectCheckouts(ctx, {}).where(isOne)),
    ctx.db.read(
      ctx.db.orm
        .select(REST)
        .from(checkouts)
        .innerJoin(shops, eq(shops.id, checkouts.shopId))
        .leftJoin(orders, and(eq(orders.orgId, checkouts.orgId), eq(orders.id, checkouts.orderId)))
        .where(isOne),
    ),
  ]);
  if (!listed || !rest) throw new AppError("not_found", "errors:notFound");
  const view = contactsViewOf(role);
  const { contact, ...facts } = rest;
  const { shippingAddress = null, person = null } = contact ?? {};
  return {
    ...withStanding(showContacts(listed, view), ctx.now()),
    ...facts,
    address: view.address(shippingAddress ?? person?.address ?? null),
    areContactsMasked: view.isMasked,
  };
}

export type CheckoutView = Awaited<ReturnType<typeof getCheckout>>;

const REST = {
  externalId: checkouts.externalId,
  contact: checkouts.contact,
  completedAt: checkouts.completedAt,
  erasedAt: checkouts.erasedAt,
  visits: checkouts.visits,
  orderId: checkouts.orderId,
  orderNumber: orders.number,
};
