import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clusterIdentities,
  findHubs,
  type IdentityDecision,
  type IdentityEdge,
  type IdentityNode,
  MOST_PARTNERS,
} from "./identity-graph";
import { type IdentityKey, keyText, kindRank } from "./identity-key";

const account = (value: string, shop = "shop"): IdentityKey => ({ kind: "platform", namespace: shop, value });
const email = (value: string): IdentityKey => ({ kind: "email", namespace: "", value });
const phone = (value: string): IdentityKey => ({ kind: "phone", namespace: "", value });

type Told = { day: number; keys: IdentityKey[] };
const told = (day: number, ...keys: IdentityKey[]): Told => ({ day, keys });

/** Builds nodes and edges from what shops told, keeping the earliest time of each. */
function resolveNodes(tellings: Told[], decisions: IdentityDecision[] = []): IdentityNode[][] {
  const nodes = new Map<string, IdentityNode>();
  const edges = new Map<string, IdentityEdge>();
  for (const { day, keys } of tellings) {
    const firstSeenAt = new Date(Date.UTC(2026, 0, day)).toISOString();
    const sorted = keys.toSorted((a, b) => kindRank(a.kind) - kindRank(b.kind));
    for (const [i, key] of sorted.entries()) {
      const known = nodes.get(keyText(key));
      if (!known || known.firstSeenAt > firstSeenAt) {
        nodes.set(keyText(key), { ...key, firstSeenAt, isHub: false });
      }
      for (const weaker of sorted.slice(i + 1)) {
        const edge = { stronger: keyText(key), weaker: keyText(weaker), firstSeenAt };
        const before = edges.get(`${edge.stronger} ${edge.weaker}`);
        if (!before || before.firstSeenAt > firstSeenAt) edges.set(`${edge.stronger} ${edge.weaker}`, edge);
      }
    }
  }
  const hubs = findHubs(edges.values());
  for (const [key, node] of nodes) nodes.set(key, { ...node, isHub: hubs.has(key) });
  return clusterIdentities(nodes.values(), edges.values(), decisions);
}

const decided = (verdict: "one" | "apart", one: IdentityKey, other: IdentityKey): IdentityDecision => ({
  one: keyText(one),
  other: keyText(other),
  verdict,
});

const resolve = (tellings: Told[], decisions: IdentityDecision[] = []) =>
  resolveNodes(tellings, decisions)
    .map((cluster) => cluster.map((node) => node.value))
    .sort();

describe("clusterIdentities", () => {
  test("a guest's email and phone are one person", () => {
    expect(resolve([told(1, email("ali@x.my"), phone("+601"))])).toEqual([["ali@x.my", "+601"]]);
  });

  test("an account that changed its email is still one person with both", () => {
    const tellings = [told(1, account("7"), email("old@x.my")), told(5, account("7"), email("new@x.my"))];
    expect(resolve(tellings)).toEqual([["7", "old@x.my", "new@x.my"]]);
  });

  test("the accounts of two shops with one email are one person", () => {
    const tellings = [
      told(1, account("7", "shop"), email("ali@x.my")),
      told(2, account("3", "other"), email("ali@x.my")),
    ];
    expect(resolve(tellings)).toEqual([["7", "3", "ali@x.my"]]);
  });

  test("two accounts of one shop never become one person: the email stays with who used it first", () => {
    const tellings = [told(3, account("8"), email("ali@x.my")), told(1, account("7"), email("ali@x.my"))];
    expect(resolve(tellings)).toEqual([["7", "ali@x.my"], ["8"]]);
  });

  test("a family's phone does not merge people who have different emails", () => {
    const tellings = [told(2, email("siti@x.my"), phone("+601")), told(1, email("ali@x.my"), phone("+601"))];
    expect(resolve(tellings)).toEqual([["ali@x.my", "+601"], ["siti@x.my"]]);
  });

  test("a phone joins an account that has no email to a guest who has one", () => {
    const tellings = [told(1, account("7"), phone("+601")), told(2, email("ali@x.my"), phone("+601"))];
    expect(resolve(tellings)).toEqual([["7", "ali@x.my", "+601"]]);
  });

  test("an email proves more than an earlier phone", () => {
    const tellings = [
      told(1, account("7"), phone("+601")),
      told(2, email("siti@x.my"), phone("+601")),
      told(3, account("7"), email("ali@x.my")),
    ];
    expect(resolve(tellings)).toEqual([["7", "ali@x.my", "+601"], ["siti@x.my"]]);
  });

  test("a dropshipper's phone on many people's orders joins nobody", () => {
    const buyers = Array.from({ length: MOST_PARTNERS + 1 }, (_, i) =>
      told(i + 1, email(`buyer${i}@x.my`), phone("+609")),
    );
    const clusters = resolve(buyers);
    expect(clusters).toHaveLength(buyers.length + 1);
    expect(clusters).toContainEqual(["+609"]);
    expect(resolve(buyers.slice(1))).toContainEqual(["buyer1@x.my", "+609"]);
  });

  test("a counter's email on many phones joins nobody", () => {
    const buyers = Array.from({ length: MOST_PARTNERS + 1 }, (_, i) =>
      told(i + 1, email("counter@x.my"), phone(`+60${i}`)),
    );
    expect(resolve(buyers)).toHaveLength(buyers.length + 1);
  });

  const keys = fc
    .tuple(
      fc.option(fc.constantFrom(account("1"), account("2"), account("1", "other")), { nil: null }),
      fc.option(fc.constantFrom(email("a"), email("b"), email("c")), { nil: null }),
      fc.option(fc.constantFrom(phone("1"), phone("2")), { nil: null }),
    )
    .map((some) => some.filter((key) => key !== null));
  const tellings = fc.array(fc.record({ day: fc.integer({ min: 1, max: 5 }), keys }), { maxLength: 12 });

  test("is the same whatever order the tellings come in, and however often", () => {
    fc.assert(
      fc.property(
        tellings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 0 })),
        ),
        ([all, again]) => {
          expect(resolve([...again, ...all])).toEqual(resolve(all));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("never puts two accounts of one shop together, nor two emails that no account connects", () => {
    fc.assert(
      fc.property(tellings, (all) => {
        for (const cluster of resolveNodes(all)) {
          const shops = cluster.filter((node) => node.kind === "platform").map((node) => node.namespace);
          const emails = cluster.filter((node) => node.kind === "email");
          expect(shops).toEqual([...new Set(shops)]);
          if (shops.length === 0) expect(emails.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("what a person decided", () => {
  const ali = told(1, account("1"), email("ali@x.my"));
  const siti = told(2, account("2"), email("siti@x.my"));

  test("makes two accounts of one shop one person, which shops cannot tell", () => {
    const one = decided("one", account("1"), account("2"));
    expect(resolve([ali, siti], [one])).toEqual([["1", "2", "ali@x.my", "siti@x.my"]]);
  });

  test("keeps two apart whom shops tell together", () => {
    const apart = decided("apart", account("1"), email("ali@x.my"));
    expect(resolve([ali, siti], [apart])).toEqual([["1"], ["2", "siti@x.my"], ["ali@x.my"]]);
  });

  test("keeps those apart, too, who would meet by way of a third", () => {
    const apart = decided("apart", email("ali@x.my"), phone("+601"));
    const tellings = [ali, told(3, account("1"), phone("+601"))];
    expect(resolve(tellings, [apart])).toEqual([["+601"], ["1", "ali@x.my"]]);
  });

  test("joins nobody through a hub", () => {
    const crowd = Array.from({ length: MOST_PARTNERS + 1 }, (_, i) =>
      told(1, email(`${i}@x.my`), phone("+60")),
    );
    const one = decided("one", account("1"), phone("+60"));
    expect(resolve([ali, ...crowd], [one])).toContainEqual(["1", "ali@x.my"]);
  });

  test("that two are one unites what there would be without it, whole", () => {
    const keys = [
      account("1"),
      account("2"),
      account("1", "b"),
      email("a"),
      email("b"),
      phone("1"),
      phone("2"),
    ];
    const key = fc.constantFrom(...keys);
    const tellings = fc.array(
      fc.tuple(fc.nat(9), fc.uniqueArray(key, { selector: keyText, minLength: 1, maxLength: 3 })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(tellings, key, key, (days, one, other) => {
        const all = days.map(([day, told_]) => told(day + 1, ...told_));
        const partOf = (clusters: IdentityNode[][], wanted: IdentityKey) =>
          clusters.map((cluster) => cluster.map(keyText)).find((keys) => keys.includes(keyText(wanted))) ??
          [];
        const [apart, united] = [resolveNodes(all), resolveNodes(all, [decided("one", one, other)])];
        const both = new Set([...partOf(apart, one), ...partOf(apart, other)]);
        const isKnown = partOf(apart, one).length > 0 && partOf(apart, other).length > 0;
        if (isKnown) expect(new Set(partOf(united, one))).toEqual(both);
        const rest = (clusters: IdentityNode[][]) =>
          clusters.map((cluster) => cluster.map(keyText).sort()).filter(([first = ""]) => !both.has(first));
        expect(rest(united).sort()).toEqual(rest(apart).sort());
      }),
    );
  });
});
