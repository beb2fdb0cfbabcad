import type { IdentityDecision, IdentityEdge } from "~/domain/customers/identity-graph";
import { keyText } from "~/domain/customers/identity-key";
import type { BatchState } from "./batch-state";

export type DraftEdge = IdentityEdge & { isChanged: boolean };

export function edgeKey(stronger: string, weaker: string): string {
  return `${stronger}\n${weaker}`;
}

/** Edges are stored in both directions; here each stands once, from its stronger end. */
export function draftEdges(state: BatchState): Map<string, DraftEdge> {
  const identities = new Map(state.identities.map((identity) => [identity.id, identity]));
  const edges = new Map<string, DraftEdge>();
  for (const { fromId, toId, firstSeenAt } of state.edges) {
    const [from, to] = [identities.get(fromId), identities.get(toId)];
    if (!from || !to) continue;
    const isForward = from.kind === "platform" || to.kind === "phone";
    const [stronger, weaker] = isForward ? [keyText(from), keyText(to)] : [keyText(to), keyText(from)];
    edges.set(edgeKey(stronger, weaker), { stronger, weaker, firstSeenAt, isChanged: false });
  }
  return edges;
}

/** What people decided about the identities, by key texts. */
export function decisionsOf({ identities, decisions }: BatchState): IdentityDecision[] {
  const keys = new Map(identities.map((identity) => [identity.id, keyText(identity)]));
  return decisions.flatMap(({ fromId, toId, verdict }) => {
    const [one, other] = [keys.get(fromId), keys.get(toId)];
    return one && other ? { one, other, verdict } : [];
  });
}
