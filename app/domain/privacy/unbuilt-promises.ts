import type { PromiseId } from "./promises";

/**
 * Promises about what the product cannot do yet, by the capability that will bring
 * them. Nothing of it happens until then, so nothing holds them and nothing breaks them.
 */
export const UNBUILT = {
  segments: ["2.1e"],
  ai: ["1.4e", "2.1g", "4.1a", "4.1b", "4.1c"],
  broadcasts: ["2.1h", "2.1i", "4.3"],
  automations: ["2.1j"],
  billing: ["4.2"],
} as const satisfies Record<string, readonly PromiseId[]>;

export type UnbuiltCapability = keyof typeof UNBUILT;

/** The capability that a promise waits for; null when it has been built. */
export function findUnbuilt(id: string): UnbuiltCapability | null {
  for (const capability of Object.keys(UNBUILT) as UnbuiltCapability[]) {
    if (UNBUILT[capability].some((one) => one === id)) return capability;
  }
  return null;
}
