import { compareSeniority, type IdentityNode } from "./identity-graph";
import { keyText } from "./identity-key";

export type Assignment = {
  /** Customer id by identity key text. */
  customerOf: Map<string, string>;
  /** New customers; the value is the customer that the most senior identity had until now, if any. */
  made: Map<string, string | null>;
  /** Customers without identities now, and who took over their most senior one. */
  mergedInto: Map<string, string>;
};

/**
 * Gives each cluster its customer, so that ids continue: a cluster keeps the
 * customer of its most senior identity that has one, and if two clusters share a
 * customer, the one with the more senior identity keeps it. Clusters hold their
 * most senior identity first.
 */
export function assignCustomers(input: {
  clusters: IdentityNode[][];
  /** Today's customer by identity key text. */
  holders: ReadonlyMap<string, string>;
  newId: () => string;
}): Assignment {
  const { clusters, holders, newId } = input;
  const assignment: Assignment = { customerOf: new Map(), made: new Map(), mergedInto: new Map() };
  const claimed = new Set<string>();
  for (const cluster of clusters.toSorted(bySeniority)) {
    const held = cluster.flatMap((node) => holders.get(keyText(node)) ?? []);
    const kept = held.find((customer) => !claimed.has(customer));
    const customer = kept ?? newId();
    if (!kept) assignment.made.set(customer, held[0] ?? null);
    claimed.add(customer);
    for (const node of cluster) assignment.customerOf.set(keyText(node), customer);
  }
  const nodes = clusters.flat().sort(compareSeniority);
  for (const node of nodes) {
    const before = holders.get(keyText(node));
    const after = assignment.customerOf.get(keyText(node));
    if (before && after && !claimed.has(before) && !assignment.mergedInto.has(before)) {
      assignment.mergedInto.set(before, after);
    }
  }
  return assignment;
}

function bySeniority([a]: IdentityNode[], [b]: IdentityNode[]): number {
  return a && b ? compareSeniority(a, b) : 0;
}
