import { and, inArray, sql } from "drizzle-orm";
import type { HttpDatabase } from "~/db/client";
import { connections, type StoredSettings } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import { platformSchema } from "~/domain/connections/connection-platform";
import { readSettings } from "~/domain/connections/connection-settings";
import { sha256Hex } from "~/lib/sha256-hex";
import type { Connection } from "../batch";
import type { ReceivedDelivery } from "../delivery.schema";

const UNREADABLE = ["not_json", "not_utf8", "too_deep"] as const;

/** A delivery of the log as its inbox once handed it on, and the connection it came through. */
export type Kept = { delivery: ReceivedDelivery; connection: Connection };

/** The log with what a replay needs; to be narrowed, ordered and bounded. */
export function selectKept(orm: HttpDatabase) {
  return orm
    .select({
      delivery: deliveries,
      shopId: connections.shopId,
      platform: connections.platform,
      settings: connections.settings,
    })
    .from(deliveries)
    .innerJoin(
      connections,
      sql`(${connections.orgId}, ${connections.id}) = (${deliveries.orgId}, ${deliveries.connectionId})`,
    )
    .$dynamic();
}

/** Known deliveries with their bodies, in the order in which they came; their times choose the months. */
export function keptByIds(orm: HttpDatabase, known: readonly { id: string; receivedAt: Date }[]) {
  const { id, receivedAt } = deliveries;
  return selectKept(orm)
    .where(
      and(
        inArray(
          id,
          known.map((one) => one.id),
        ),
        inArray(receivedAt, [...new Set(known.map((one) => one.receivedAt))]),
      ),
    )
    .orderBy(receivedAt, id);
}

type Row = {
  delivery: typeof deliveries.$inferSelect;
  shopId: string;
  platform: string;
  settings: StoredSettings | null;
};

/** `seq` is its place among those that are replayed with it, from 1. */
export async function toKept(row: Row, seq = 1): Promise<Kept> {
  const { id, receivedAt, topic, subject, dedupeKey, sourceShop, headers, body, bodyBytes, reason } =
    row.delivery;
  return {
    connection: {
      id: row.delivery.connectionId,
      shopId: row.shopId,
      platform: platformSchema.parse(row.platform),
      ...readSettings(row.settings),
    },
    delivery: {
      ...{ id, topic, subject, dedupeKey, sourceShop, headers, body, bodyBytes, seq },
      receivedAt: receivedAt.toISOString(),
      bodyHash: body === null ? "" : await sha256Hex(body),
      isDuplicate: false,
      unreadable: UNREADABLE.find((word) => word === reason) ?? null,
    },
  };
}

/** Deliveries of each connection together, in the order in which they came. */
export function byConnection(
  kept: readonly Kept[],
): { connection: Connection; deliveries: ReceivedDelivery[] }[] {
  const groups = new Map<string, { connection: Connection; deliveries: ReceivedDelivery[] }>();
  for (const { connection, delivery } of kept) {
    const group = groups.get(connection.id) ?? { connection, deliveries: [] };
    group.deliveries.push(delivery);
    groups.set(connection.id, group);
  }
  return [...groups.values()];
}
