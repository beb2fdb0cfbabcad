import type { InboxConfig } from "~/domain/context";

/** Times are milliseconds since the epoch. */
export type InboxHealth = {
  isConfigured: boolean;
  version: number | null;
  pingedAt: number | null;
  lastReceivedAt: number | null;
  pending: number;
  oldestPendingAt: number | null;
};

/** How an inbox is doing. Counts at most a thousand waiting deliveries. */
export function readHealth(
  sql: SqlStorage,
  known: { config: InboxConfig | null; pingedAt: number | null },
): InboxHealth {
  const received = sql
    .exec<{ at: number }>("SELECT received_at AS at FROM deliveries ORDER BY seq DESC LIMIT 1")
    .toArray()[0];
  const pending = sql
    .exec<{ count: number }>(
      "SELECT count(*) AS count FROM (SELECT seq FROM deliveries WHERE is_pending = 1 LIMIT 1000)",
    )
    .one();
  const oldest = sql
    .exec<{ at: number }>(
      "SELECT received_at AS at FROM deliveries WHERE is_pending = 1 ORDER BY seq LIMIT 1",
    )
    .toArray()[0];
  return {
    isConfigured: known.config !== null,
    version: known.config?.version ?? null,
    pingedAt: known.pingedAt,
    lastReceivedAt: received?.at ?? null,
    pending: pending.count,
    oldestPendingAt: oldest?.at ?? null,
  };
}
