import { describe, expect, test } from "vitest";
import { healthOf, trafficOf } from "./connection-health";

const traffic = (change = {}) => ({
  deliveries: 0,
  failed: 0,
  needsAttention: 0,
  badSignatures: 0,
  ...change,
});

describe("a connection's health", () => {
  test.each([
    ["waiting", {}, "waiting"],
    ["waiting", { badSignatures: 1 }, "refused"],
    ["live", {}, "live"],
    ["live", { deliveries: 9, failed: 1 }, "attention"],
    ["live", { deliveries: 9, needsAttention: 1 }, "attention"],
    ["live", { badSignatures: 4 }, "refused"],
    ["live", { deliveries: 9, badSignatures: 4 }, "live"],
    ["paused", { badSignatures: 4 }, "paused"],
    ["uninstalled", {}, "uninstalled"],
    ["removed", { failed: 1 }, "removed"],
  ])("%s with %j is %s", (state, change, health) => {
    expect(healthOf(state, traffic(change), false)).toBe(health);
  });

  test("is quiet in a silence that is no chance, unless something plainer explains it", () => {
    const quiet = (state: string, change = {}) => healthOf(state, traffic(change), true);
    expect(quiet("live", { failed: 1, deliveries: 1 })).toBe("quiet");
    expect(quiet("live", { badSignatures: 1 })).toBe("refused");
    expect(quiet("paused")).toBe("paused");
  });

  test("counts its own traffic only", () => {
    const counted = [
      { connectionId: "a", outcome: "applied" as const, count: 5 },
      { connectionId: "a", outcome: "failed" as const, count: 2 },
      { connectionId: "b", outcome: "needs_attention" as const, count: 9 },
    ];
    const refused = [{ connectionId: "b", count: 1 }];
    expect(trafficOf("a", counted, refused)).toEqual(traffic({ deliveries: 7, failed: 2 }));
    expect(trafficOf("b", counted, refused)).toEqual(
      traffic({ deliveries: 9, needsAttention: 9, badSignatures: 1 }),
    );
  });
});
