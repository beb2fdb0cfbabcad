import { and, eq, sql } from "drizzle-orm";
import { type Keyset, keysetClauses, type PageParams, readPosition, toPage } from "~/db/keyset";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import type { OrgContext } from "../context";
import type { DeliveryFilters } from "./delivery-filters";
import { filterConditions, TOLD } from "./desk/filter-conditions.server";
import { toldSubjects } from "./desk/told-subjects.server";
import { foldDuplicates } from "./fold-duplicates";
import type { OUTCOMES } from "./outcomes";

const PAGE_SIZE = 50;

const COLUMNS = {
  id: deliveries.id,
  receivedAt: deliveries.receivedAt,
  connectionId: deliveries.connectionId,
  connectionName: connections.name,
  platform: connections.platform,
  topic: deliveries.topic,
  subject: deliveries.subject,
  dedupeKey: deliveries.dedupeKey,
  outcome: sql<(typeof OUTCOMES)[number]>`${deliveries.outcome}`,
  reason: deliveries.reason,
  replayedAt: deliveries.replayedAt,
};

/**
 * A connection's log, a topic's and an outcome's that is not the usual one have an index each,
 * newest first; the rest runs along the primary key.
 */
function keysetOf({ connection, topic, outcome }: DeliveryFilters): Keyset {
  const { receivedAt: key, id } = deliveries;
  const isUnusual = outcome !== null && outcome !== "applied";
  const hasOwnIndex = connection !== null || topic !== null || isUnusual;
  return { name: "received", key, id, order: "desc", indexOrder: hasOwnIndex ? "desc" : "asc" };
}

/** A page of the delivery log, newest first, repetitions folded. Throws `bad_request` for a foreign cursor. */
export async function listDeliveries(ctx: OrgContext, filters: DeliveryFilters, params: PageParams) {
  const keyset = keysetOf(filters);
  const position = readPosition(keyset, params);
  const { key, where, orderBy, limit } = keysetClauses(keyset, position, PAGE_SIZE);
  const { orm } = ctx.db;
  const query = filters.q ? orm.with(orm.$with("told", TOLD).as(toldSubjects(filters.q))) : orm;
  const read = await ctx.db.read(
    query
      .select({ ...COLUMNS, key })
      .from(deliveries)
      .innerJoin(
        connections,
        and(eq(connections.orgId, deliveries.orgId), eq(connections.id, deliveries.connectionId)),
      )
      .where(and(...filterConditions(filters, ctx.now()), where))
      .orderBy(...orderBy)
      .limit(limit),
  );
  const { rows, previous, next } = toPage(keyset, position, read, PAGE_SIZE);
  return { deliveries: foldDuplicates(rows), previous, next };
}

export type ListedDelivery = Awaited<ReturnType<typeof listDeliveries>>["deliveries"][number];

/** The connections that the log can be narrowed to, removed ones too: their deliveries stay. */
export async function listLogConnections({ db }: OrgContext) {
  return db.read(
    db.orm
      .select({ id: connections.id, name: connections.name, platform: connections.platform })
      .from(connections)
      .orderBy(connections.name, connections.id),
  );
}
