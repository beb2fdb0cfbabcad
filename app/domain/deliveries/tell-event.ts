import type { CanonicalEvent } from "~/connectors/canonical";
import type { Act } from "~/domain/audit/audit-row";
import { identitiesOf, keyText } from "~/domain/customers/identity-key";
import { type BatchDraft, erasedUntil } from "./batch-draft";
import type { ChangeKind } from "./delivery.schema";
import { tellCheckoutRemoved, tellCheckoutState } from "./tell-checkout";
import { tellOrderRemoved, tellOrderState, tellRefund } from "./tell-order";
import { tellPerson } from "./tell-person";
import { tellProductRemoved, tellProductState } from "./tell-product";
import { tellRemoved } from "./tell-removal";
import { tellSubscriptionRemoved, tellSubscriptionState } from "./tell-subscription";
import type { ToldEvent } from "./told-event";

/** What one event did. `isWithheld`: its body, which names someone, is not kept. */
export type EventEffect = { outcome: "applied" | "stale"; changed: ChangeKind[]; isWithheld: boolean };

/** Applies one event to the draft. Any order and any repetition of events ends in the same draft. */
export function tellEvent(draft: BatchDraft, told: ToldEvent): EventEffect {
  const { event } = told;
  switch (event.kind) {
    case "order.state":
      return tellOrderState(draft, told, event);
    case "order.removed":
      return tellOrderRemoved(draft, told, event.externalId);
    case "refund.recorded":
      return tellRefund(draft, event.refund);
    case "customer.state":
    case "consent.changed":
      return tellCustomer(draft, told);
    case "customer.removed":
      tellRemoved(draft, "customer", event.externalId, told.receivedAt);
      return applied();
    case "product.state":
      return tellProductState(draft, told, event);
    case "product.removed":
      return tellProductRemoved(draft, told, event.externalId);
    case "subscription.state":
      return tellSubscriptionState(draft, told, event);
    case "subscription.removed":
      return tellSubscriptionRemoved(draft, told, event.externalId);
    case "checkout.state":
      return tellCheckoutState(draft, told, event.checkout);
    case "checkout.removed":
      return tellCheckoutRemoved(draft, told, event.externalId);
    case "shop.uninstalled":
      draft.isUninstalled = true;
      return applied();
    case "privacy.data_requested":
      draft.acts.push(privacyAct(draft, "customer.data_requested", event));
      // The act names the customer. The body comes for whoever named the shop, so it is not kept.
      return { outcome: "applied", changed: [], isWithheld: true };
    case "privacy.customer_erased":
      draft.acts.push(privacyAct(draft, "customer.erasure_requested", event));
      return { outcome: "applied", changed: ["customers", "orders"], isWithheld: true };
    case "privacy.shop_erased":
      draft.acts.push({ action: "shop.erased", subject: { kind: "shop", id: draft.shopId } });
      return { outcome: "applied", changed: ["customers", "orders"], isWithheld: false };
  }
}

function tellCustomer(draft: BatchDraft, { evidence }: ToldEvent): EventEffect {
  const before = draft.consents.length;
  const { isOutdated, isWithheld } = tellPerson(draft, evidence, erasedUntil(draft));
  const isStale = isOutdated && draft.consents.length === before;
  return { outcome: isStale ? "stale" : "applied", changed: ["customers"], isWithheld };
}

function applied(): EventEffect {
  return { outcome: "applied", changed: [], isWithheld: false };
}

/** Names the customer by our own id, as long as there is one. */
function privacyAct(
  draft: BatchDraft,
  action: string,
  { person, orderExternalIds }: Extract<CanonicalEvent, { orderExternalIds: string[] }>,
): Act {
  const known = identitiesOf(person, draft.shopId).map((key) => draft.identities.get(keyText(key)));
  const id = known.find((identity) => identity?.customerId)?.customerId ?? null;
  return { action, subject: { kind: "customer", id }, facts: { orders: orderExternalIds.length } };
}
