import { findHubs, type IdentityEdge } from "~/domain/customers/identity-graph";
import { type IdentityKey, identitiesOf, keyText } from "~/domain/customers/identity-key";
import { spreadErasure } from "~/domain/customers/spread-erasure";
import type { BatchState } from "./batch-state";
import { decisionsOf, draftEdges } from "./draft-edges";
import type { ToldEvent } from "./told-event";
import { orderTombstone, readOrderTombstone } from "./tombstone-texts";

/** Key texts to erase, and until when. Orders stand beside identities. */
export type Erasures = ReadonlyMap<string, string>;

/**
 * What the batch erases beyond what is erased already: what its erasure requests
 * name, and what its evidence connects to anyone erased.
 */
export function findErasures(
  told: readonly ToldEvent[],
  state: BatchState,
  tombstones: ReadonlyMap<string, string>,
  shopId: string,
): Erasures {
  const edges = [
    ...draftEdges(state).values(),
    ...told.flatMap((one) => edgesOf(one, shopId)),
    ...buyersOf(state, shopId),
  ];
  const hubs = findHubs(edges.filter(({ stronger }) => readOrderTombstone(stronger) === null));
  for (const identity of state.identities) if (identity.isHub) hubs.add(keyText(identity));
  const named = told.flatMap((one) => namedBy(one, state, shopId));
  return spreadErasure({ known: tombstones, named, edges: [...edges, ...mergedOf(state)], hubs });
}

/** Whom a person made one is erased as one, whenever the evidence was told. */
function mergedOf(state: BatchState): IdentityEdge[] {
  return decisionsOf(state)
    .filter(({ verdict }) => verdict === "one")
    .flatMap(({ one, other }) => [
      { stronger: one, weaker: other, firstSeenAt: "" },
      { stronger: other, weaker: one, firstSeenAt: "" },
    ]);
}

function namedBy({ event, receivedAt }: ToldEvent, state: BatchState, shopId: string): [string, string][] {
  if (event.kind !== "privacy.customer_erased") return [];
  const keys = identitiesOf(event.person, shopId);
  const orders = event.orderExternalIds.map((order) => orderTombstone(shopId, order));
  const named = [...keys.map(keyText), ...orders, ...accountsElsewhere(keys, state, shopId)];
  return named.map((key) => [key, receivedAt]);
}

/** The person's accounts in other shops, as far as their account or email says who they are. */
function accountsElsewhere(keys: readonly IdentityKey[], state: BatchState, shopId: string): string[] {
  const known = new Map(state.identities.map((identity) => [keyText(identity), identity]));
  const proof = keys.find((key) => key.kind !== "phone" && known.has(keyText(key)));
  const identity = proof && known.get(keyText(proof));
  if (!identity || identity.isHub) return [];
  return state.identities
    .filter(
      (one) => one.customerId === identity.customerId && one.kind === "platform" && one.namespace !== shopId,
    )
    .map(keyText);
}

/** What an event told together; whoever bought an order that a request lists is the person it is about. */
function edgesOf({ event, evidence }: ToldEvent, shopId: string): IdentityEdge[] {
  const keys = evidence.identities.map(keyText);
  const nodes =
    event.kind === "order.state" ? [orderTombstone(shopId, event.order.externalId), ...keys] : keys;
  return nodes.flatMap((stronger, i) =>
    nodes.slice(i + 1).map((weaker) => ({ stronger, weaker, firstSeenAt: evidence.at })),
  );
}

function buyersOf({ orders, identities }: BatchState, shopId: string): IdentityEdge[] {
  const known = new Map(identities.map((identity) => [identity.id, keyText(identity)]));
  return orders.flatMap(({ externalId, identityId, placedAt }) => {
    const weaker = identityId === null ? undefined : known.get(identityId);
    return weaker ? [{ stronger: orderTombstone(shopId, externalId), weaker, firstSeenAt: placedAt }] : [];
  });
}
