import { eq } from "drizzle-orm";
import { shops } from "~/db/schema/connections";
import { subscriptions } from "~/db/schema/subscriptions";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { requireRecordId } from "../record-id";
import { selectSubscriptions } from "./subscription-columns.server";

/** A subscription with all that is known of it, one in the trash too. Throws `not_found`. */
export async function getSubscription(ctx: OrgContext, { subscriptionId }: { subscriptionId: string }) {
  const id = requireRecordId(subscriptionId);
  const isOne = eq(subscriptions.id, id);
  const [{ role }, [listed], [rest]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectSubscriptions(ctx, {}).where(isOne)),
    ctx.db.read(
      ctx.db.orm
        .select(REST)
        .from(subscriptions)
        .innerJoin(shops, eq(shops.id, subscriptions.shopId))
        .where(isOne),
    ),
  ]);
  if (!listed || !rest) throw new AppError("not_found", "errors:notFound");
  return { ...showContacts(listed, contactsViewOf(role)), ...rest };
}

export type SubscriptionView = Awaited<ReturnType<typeof getSubscription>>;

const REST = {
  platform: shops.platform,
  externalId: subscriptions.externalId,
  sourceStatus: subscriptions.sourceStatus,
  lastPaymentAt: subscriptions.lastPaymentAt,
  trialEndsAt: subscriptions.trialEndsAt,
  cancelledAt: subscriptions.cancelledAt,
  endedAt: subscriptions.endedAt,
  paymentMethod: subscriptions.paymentMethod,
  corrections: subscriptions.corrections,
  deletedAt: subscriptions.deletedAt,
};
