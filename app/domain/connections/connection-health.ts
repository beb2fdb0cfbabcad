import type { Outcome } from "../deliveries/outcomes";

/** What came in over the last 24 hours. */
export type Traffic = {
  deliveries: number;
  failed: number;
  needsAttention: number;
  /** Requests turned away because their signature did not fit the secret. */
  badSignatures: number;
};

export type Health =
  | "waiting"
  | "refused"
  | "attention"
  | "quiet"
  | "live"
  | "paused"
  | "uninstalled"
  | "removed";

/**
 * How a connection is doing. Refused signatures matter while nothing else comes in:
 * then the secret is wrong. Beside genuine deliveries they are somebody else's noise.
 * A silence that is no chance comes before the troubles of what came earlier.
 */
export function healthOf(state: string, traffic: Traffic, isSilent: boolean): Health {
  if (state === "paused" || state === "uninstalled" || state === "removed") return state;
  if (traffic.badSignatures > 0 && traffic.deliveries === 0) return "refused";
  if (state === "waiting") return "waiting";
  if (isSilent) return "quiet";
  return traffic.failed + traffic.needsAttention > 0 ? "attention" : "live";
}

type Counted = { connectionId: string; outcome: Outcome; count: number };
type Refused = { connectionId: string; count: number };

/** The traffic of one connection out of all rows. */
export function trafficOf(
  connectionId: string,
  counted: readonly Counted[],
  refused: readonly Refused[],
): Traffic {
  const own = counted.filter((row) => row.connectionId === connectionId);
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
  return {
    deliveries: sum(own),
    failed: sum(own.filter((row) => row.outcome === "failed")),
    needsAttention: sum(own.filter((row) => row.outcome === "needs_attention")),
    badSignatures: sum(refused.filter((row) => row.connectionId === connectionId)),
  };
}
