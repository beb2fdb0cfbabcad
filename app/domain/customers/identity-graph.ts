import { compareTexts } from "~/lib/compare-texts";
import { type IdentityKey, type IdentityKind, keyText, kindRank } from "./identity-key";

export type IdentityNode = IdentityKey & {
  /** ISO 8601 UTC with milliseconds, so that texts compare as times. */
  firstSeenAt: string;
  isHub: boolean;
};

/** Two identities told together, by their key texts. */
export type IdentityEdge = { stronger: string; weaker: string; firstSeenAt: string };

/** What a person decided about two identities, by their key texts. */
export type IdentityDecision = { one: string; other: string; verdict: "one" | "apart" };

/** An identity told together with more others of one kind than this proves nothing. */
export const MOST_PARTNERS = 20;

type Cluster = {
  members: IdentityNode[];
  shops: Set<string>;
  hasEmail: boolean;
  /** Key texts of identities that a person said are somebody else. */
  others: Set<string>;
};

/**
 * The people behind a set of identities: each cluster is one of them, its most
 * senior identity first. A function of the set of edges, whatever order they came
 * in: edges are tried strongest first, then earliest first, and joined unless two
 * accounts of one shop would meet, a phone would join two different emails, or a
 * person said that they are apart. A hub stands alone. What a person said is one is
 * joined last, so that without it the clusters are what they were.
 * Why: docs/decisions/003-identity-resolution.md.
 */
export function clusterIdentities(
  nodes: Iterable<IdentityNode>,
  edges: Iterable<IdentityEdge>,
  decisions: readonly IdentityDecision[] = [],
) {
  const byKey = new Map([...nodes].map((node) => [keyText(node), node]));
  const clusterOf = new Map([...byKey].map(([key, node]) => [key, clusterOfOne(node)]));
  const isHub = (key: string) => byKey.get(key)?.isHub === true;
  const unite = (one: Cluster, other: Cluster) => {
    const [into, from] = one.members.length < other.members.length ? [other, one] : [one, other];
    join(into, from);
    for (const member of from.members) clusterOf.set(keyText(member), into);
  };
  for (const { one, other, verdict } of decisions) {
    if (verdict !== "apart") continue;
    clusterOf.get(one)?.others.add(other);
    clusterOf.get(other)?.others.add(one);
  }
  for (const { stronger, weaker } of sortEdges(edges, byKey)) {
    const one = clusterOf.get(stronger);
    const other = clusterOf.get(weaker);
    if (!one || !other || one === other) continue;
    if (canJoin(one, other, byKey.get(weaker)?.kind === "phone")) unite(one, other);
  }
  for (const decision of decisions) {
    if (decision.verdict !== "one" || isHub(decision.one) || isHub(decision.other)) continue;
    const [one, other] = [clusterOf.get(decision.one), clusterOf.get(decision.other)];
    if (one && other && one !== other) unite(one, other);
  }
  return [...new Set(clusterOf.values())].map(({ members }) => members.sort(compareSeniority));
}

/** Platform ids before emails before phones, then the earlier, then by text. */
export function compareSeniority(a: IdentityNode, b: IdentityNode): number {
  return (
    kindRank(a.kind) - kindRank(b.kind) ||
    compareTexts(a.firstSeenAt, b.firstSeenAt) ||
    compareTexts(keyText(a), keyText(b))
  );
}

/** Identities with more than `MOST_PARTNERS` distinct others of one kind, by key text. */
export function findHubs(edges: Iterable<IdentityEdge>): Set<string> {
  const partners = new Map<string, Set<string>>();
  const add = (key: string, partner: string) => {
    const list = `${key}\n${partner.slice(0, partner.indexOf("|"))}`;
    partners.set(list, (partners.get(list) ?? new Set()).add(partner));
  };
  for (const { stronger, weaker } of edges) {
    add(stronger, weaker);
    add(weaker, stronger);
  }
  const crowded = [...partners].filter(([, keys]) => keys.size > MOST_PARTNERS);
  return new Set(crowded.map(([list]) => list.slice(0, list.lastIndexOf("\n"))));
}

function clusterOfOne(node: IdentityNode): Cluster {
  const shops = new Set(node.kind === "platform" ? [node.namespace] : []);
  return { members: [node], shops, hasEmail: node.kind === "email", others: new Set() };
}

function canJoin(one: Cluster, other: Cluster, isPhoneEdge: boolean): boolean {
  if (isPhoneEdge && one.hasEmail && other.hasEmail) return false;
  if (other.members.some((member) => one.others.has(keyText(member)))) return false;
  return ![...one.shops].some((shop) => other.shops.has(shop));
}

function join(into: Cluster, from: Cluster): void {
  into.members.push(...from.members);
  for (const shop of from.shops) into.shops.add(shop);
  for (const other of from.others) into.others.add(other);
  into.hasEmail ||= from.hasEmail;
}

function sortEdges(edges: Iterable<IdentityEdge>, nodes: ReadonlyMap<string, IdentityNode>) {
  const conducting = [...edges].flatMap((edge) => {
    const ends = [nodes.get(edge.stronger), nodes.get(edge.weaker)];
    const [stronger, weaker] = ends;
    if (!stronger || !weaker || stronger.isHub || weaker.isHub) return [];
    return [{ ...edge, rank: edgeRank(stronger.kind, weaker.kind) }];
  });
  return conducting.sort(
    (a, b) =>
      a.rank - b.rank ||
      compareTexts(a.firstSeenAt, b.firstSeenAt) ||
      compareTexts(a.stronger, b.stronger) ||
      compareTexts(a.weaker, b.weaker),
  );
}

/** An account with its email, then an account with a phone, then an email with a phone. */
function edgeRank(stronger: IdentityKind, weaker: IdentityKind): number {
  return kindRank(stronger) * 2 + kindRank(weaker);
}
