import { findHubs, type IdentityEdge } from "~/domain/customers/identity-graph";
import { type IdentityKey, identitiesOf, keyText } from "~/domain/customers/identity-key";
import { spreadErasure } from "~/domain/customers/spread-erasure";
import type { BatchState } from "./batch-state";
import { draftEdges } from "./draft-edges";
import type { ToldEvent } from "./told-event";
import { orderTombstone } from "./tombstone-texts";

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
  const edges = [...draftEdges(state).values(), ...told.flatMap(({ evidence }) => edgesOf(evidence))];
  const hubs = findHubs(edges);
  for (const identity of state.identities) if (identity.isHub) hubs.add(keyText(identity));
  const named = told.flatMap((one) => namedBy(one, state, shopId));
  return spreadErasure({ known: tombstones, named, edges, hubs });
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

function edgesOf({ identities, at }: ToldEvent["evidence"]): IdentityEdge[] {
  return identities.flatMap((stronger, i) =>
    identities.slice(i + 1).map((weaker) => ({
      stronger: keyText(stronger),
      weaker: keyText(weaker),
      firstSeenAt: at,
    })),
  );
}
