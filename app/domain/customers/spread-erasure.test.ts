import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadErasure } from "./spread-erasure";

const told = (stronger: string, weaker: string, firstSeenAt: string) => ({ stronger, weaker, firstSeenAt });
const spread = (
  named: [string, string][],
  edges: ReturnType<typeof told>[],
  { known = [] as [string, string][], hubs = [] as string[] } = {},
) => Object.fromEntries(spreadErasure({ known: new Map(known), named, edges, hubs: new Set(hubs) }));

describe("spreadErasure", () => {
  test("goes from an account to its emails and phones, and from an email to its phones", () => {
    const edges = [
      told("account", "email", "1"),
      told("account", "phone", "2"),
      told("email", "other phone", "3"),
    ];
    expect(spread([["account", "5"]], edges)).toEqual({
      account: "5",
      email: "5",
      phone: "5",
      "other phone": "5",
    });
  });

  test("never goes from weak to strong: a relative with the same phone stays", () => {
    expect(spread([["phone", "5"]], [told("email", "phone", "1")])).toEqual({ phone: "5" });
  });

  test("stops at what was told only later", () => {
    expect(spread([["account", "5"]], [told("account", "email", "6")])).toEqual({ account: "5" });
  });

  test("neither passes nor reaches a hub, unless it is named", () => {
    const edges = [told("account", "counter", "1"), told("counter", "phone", "1")];
    expect(spread([["account", "5"]], edges, { hubs: ["counter"] })).toEqual({ account: "5" });
    expect(spread([["counter", "5"]], edges, { hubs: ["counter"] })).toEqual({ counter: "5" });
  });

  test("answers only what is new, and goes on from what was known", () => {
    const known: [string, string][] = [["account", "5"]];
    expect(spread([["account", "4"]], [told("account", "email", "1")], { known })).toEqual({ email: "5" });
  });

  test("reaches the same whichever part arrives first", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "e");
    const edge = fc.tuple(key, key, fc.constantFrom("1", "2", "3", "4"));
    const named = fc.array(fc.tuple(key, fc.constantFrom("1", "2", "3")), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 8 }), named, fc.nat(8), (edges, all, cut) => {
        const downwards = edges.filter(([a, b]) => a < b).map(([a, b, at]) => told(a, b, at));
        const first = spread(all.slice(0, 1), downwards.slice(0, cut));
        const then = spread(all, downwards, { known: Object.entries(first) });
        expect({ ...first, ...then }).toEqual(spread(all, downwards));
      }),
    );
  });
});
