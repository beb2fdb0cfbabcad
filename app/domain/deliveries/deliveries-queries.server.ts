import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type Keyset, keysetClauses, type PageParams, readPosition, toPage } from "~/db/keyset";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import type { OrgContext } from "../context";
import { type DeliveryFilters, PERIODS } from "./delivery-filters";
import { foldDuplicates } from "./fold-duplicates";
import type { OUTCOMES } from "./outcomes";

const PAGE_SIZE = 50;
const HOUR_MS = 3_600_000;

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

/** One connection's log and what is in trouble have an index each, newest first; the rest runs along the primary key. */
function keysetOf({ connection, outcome }: DeliveryFilters): Keyset {
  const { receivedAt: key, id } = deliveries;
  const hasOwnIndex = connection !== null || outcome === "failed" || outcome === "needs_attention";
  return { name: "received", key, id, order: "desc", indexOrder: hasOwnIndex ? "desc" : "asc" };
}

/** A page of the delivery log, newest first, repetitions folded. Throws `bad_request` for a foreign cursor. */
export async function listDeliveries(ctx: OrgContext, filters: DeliveryFilters, params: PageParams) {
  const keyset = keysetOf(filters);
  const position = readPosition(keyset, params);
  const { key, where, orderBy, limit } = keysetClauses(keyset, position, PAGE_SIZE);
  const read = await ctx.db.read(
    ctx.db.orm
      .select({ ...COLUMNS, key })
      .from(deliveries)
      .innerJoin(
        connections,
        and(eq(connections.orgId, deliveries.orgId), eq(connections.id, deliveries.connectionId)),
      )
      .where(and(...conditions(ctx, filters), where))
      .orderBy(...orderBy)
      .limit(limit),
  );
  const { rows, previous, next } = toPage(keyset, position, read, PAGE_SIZE);
  return { deliveries: foldDuplicates(rows), previous, next };
}

export type ListedDelivery = Awaited<ReturnType<typeof listDeliveries>>["deliveries"][number];

function conditions(ctx: OrgContext, filters: DeliveryFilters): (SQL | undefined)[] {
  const since = filters.period && new Date(ctx.now().getTime() - PERIODS[filters.period] * HOUR_MS);
  return [
    filters.connection ? eq(deliveries.connectionId, filters.connection) : undefined,
    filters.outcome ? eq(deliveries.outcome, filters.outcome) : undefined,
    filters.reason ? eq(deliveries.reason, filters.reason) : undefined,
    filters.topic ? eq(deliveries.topic, filters.topic) : undefined,
    filters.q ? inArray(deliveries.subject, subjectsOf(filters.q)) : undefined,
    since ? sql`${deliveries.receivedAt} >= ${since.toISOString()}::timestamptz` : undefined,
  ];
}

function subjectsOf(words: string): string[] {
  if (words.includes(":")) return [words.toLowerCase()];
  const number = words.replace(/^#/, "");
  return [`order:${number}`, `customer:${number}`, `product:${number}`];
}

const troubleRow = z.object({
  outcome: z.enum(["failed", "needs_attention"]),
  reason: z.string().nullable(),
  count: z.coerce.number(),
  lastAt: z.string().transform((text) => new Date(text)),
});

/** What failed or waits for a person in the last 7 days, in groups of the same reason, largest first. */
export async function listTroubles(ctx: OrgContext, filters: Pick<DeliveryFilters, "connection">) {
  const { connection } = filters;
  const since = new Date(ctx.now().getTime() - PERIODS.week * HOUR_MS);
  const query = ctx.db.orm
    .select({
      outcome: deliveries.outcome,
      reason: deliveries.reason,
      count: sql`count(*)`.as("count"),
      lastAt: sql`max(${deliveries.receivedAt})`.as("lastAt"),
    })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.outcome, ["failed", "needs_attention"]),
        sql`${deliveries.receivedAt} >= ${since.toISOString()}::timestamptz`,
        connection ? eq(deliveries.connectionId, connection) : undefined,
      ),
    )
    .groupBy(deliveries.outcome, deliveries.reason)
    .orderBy(desc(sql`count(*)`), deliveries.outcome, deliveries.reason);
  return z.array(troubleRow).parse(await ctx.db.read(query));
}

export type Trouble = Awaited<ReturnType<typeof listTroubles>>[number];

/** The connections that the log can be narrowed to, removed ones too: their deliveries stay. */
export async function listLogConnections({ db }: OrgContext) {
  return db.read(
    db.orm
      .select({ id: connections.id, name: connections.name, platform: connections.platform })
      .from(connections)
      .orderBy(connections.name, connections.id),
  );
}
