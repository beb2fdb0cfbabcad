import type { Anchor, AnchorPort } from "~/domain/audit/anchors";

export type TestAnchors = AnchorPort & {
  /** By organization and day. */
  kept: Map<string, Anchor>;
};

/** Anchors in memory. */
export function createAnchors(): TestAnchors {
  const kept = new Map<string, Anchor>();
  return {
    kept,
    list: async (orgId) => [...kept].filter(([key]) => key.startsWith(orgId)).map(([, anchor]) => anchor),
    keep: async (orgId, day, anchor) => {
      const key = `${orgId} ${day}`;
      if (!kept.has(key)) kept.set(key, anchor);
    },
  };
}
