import type { IdentityEdge } from "./identity-graph";

/**
 * What an erasure reaches: the times until which evidence of each key is erased,
 * beyond those `known`. It spreads along edges seen by then from strong to weak:
 * from an order to whoever bought it, from a platform id to the emails and phones
 * told with it, from an email to the phones told with it; and never through a hub. The result
 * only grows with its input, so it is the same whichever arrives first.
 */
export function spreadErasure(input: {
  known: ReadonlyMap<string, string>;
  named: Iterable<readonly [key: string, erasedAt: string]>;
  edges: Iterable<IdentityEdge>;
  hubs: ReadonlySet<string>;
}): Map<string, string> {
  const { known, hubs } = input;
  const edgesFrom = new Map<string, IdentityEdge[]>();
  for (const edge of input.edges) {
    edgesFrom.set(edge.stronger, [...(edgesFrom.get(edge.stronger) ?? []), edge]);
  }
  const reached = new Map<string, string>();
  const queue: (readonly [string, string])[] = [];
  const reach = (key: string, erasedAt: string) => {
    if ((reached.get(key) ?? known.get(key) ?? "") >= erasedAt) return;
    reached.set(key, erasedAt);
    queue.push([key, erasedAt]);
  };
  for (const [key, erasedAt] of input.named) reach(key, erasedAt);
  queue.push(...known);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [key, erasedAt] = next;
    if (hubs.has(key)) continue;
    for (const { weaker, firstSeenAt } of edgesFrom.get(key) ?? []) {
      if (firstSeenAt <= erasedAt && !hubs.has(weaker)) reach(weaker, erasedAt);
    }
  }
  return reached;
}
