import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import type { OrgContext } from "../context";
import type { OUTCOMES } from "./delivery.schema";
import { type DeliveryFilters, PERIODS, readLogPlace, writeLogPlace } from "./delivery-filters.schema";
import { foldDuplicates } from "./fold-duplicates";

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

/**
 * A page of the delivery log, newest first, repetitions folded. `previous` and
 * `next` are places for `before` and `after`; null at an end.
 */
export async function listDeliveries(ctx: OrgContext, filters: DeliveryFilters) {
  const before = readLogPlace(filters.before);
  const rows = await selectPage(ctx, filters);
  const page = rows.slice(0, PAGE_SIZE);
  const hasMore = rows.length > PAGE_SIZE;
  if (before) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const isStart = before ? !hasMore : readLogPlace(filters.after) === null;
  const isEnd = before ? false : !hasMore;
  return {
    deliveries: foldDuplicates(page),
    previous: isStart || !first ? null : writeLogPlace(first),
    next: isEnd || !last ? null : writeLogPlace(last),
  };
}

export type ListedDelivery = Awaited<ReturnType<typeof listDeliveries>>["deliveries"][number];

function selectPage(ctx: OrgContext, filters: DeliveryFilters) {
  const { db } = ctx;
  const isBackwards = readLogPlace(filters.before) !== null;
  return db.read(
    db.orm
      .select(COLUMNS)
      .from(deliveries)
      .innerJoin(
        connections,
        and(eq(connections.orgId, deliveries.orgId), eq(connections.id, deliveries.connectionId)),
      )
      .where(and(...conditions(ctx, filters)))
      .orderBy(...order(filters.connection !== null, isBackwards))
      .limit(PAGE_SIZE + 1),
  );
}

/** Each order spells the nulls as the index it is meant for, or Postgres would sort. */
function order(isOneConnection: boolean, isBackwards: boolean): SQL[] {
  const newestFirst = isOneConnection ? sql`desc nulls last` : sql`desc nulls first`;
  const oldestFirst = isOneConnection ? sql`asc nulls first` : sql`asc nulls last`;
  const direction = isBackwards ? oldestFirst : newestFirst;
  return [sql`${deliveries.receivedAt} ${direction}`, sql`${deliveries.id} ${direction}`];
}

function conditions(ctx: OrgContext, filters: DeliveryFilters): (SQL | undefined)[] {
  const after = readLogPlace(filters.after);
  const before = readLogPlace(filters.before);
  const place = sql`(${deliveries.receivedAt}, ${deliveries.id})`;
  const at = (one: { receivedAt: Date; id: string }) =>
    sql`(${one.receivedAt.toISOString()}::timestamptz, ${one.id}::uuid)`;
  const since = filters.period && new Date(ctx.now().getTime() - PERIODS[filters.period] * HOUR_MS);
  return [
    filters.connection ? eq(deliveries.connectionId, filters.connection) : undefined,
    filters.outcome ? eq(deliveries.outcome, filters.outcome) : undefined,
    filters.reason ? eq(deliveries.reason, filters.reason) : undefined,
    filters.topic ? eq(deliveries.topic, filters.topic) : undefined,
    filters.q ? inArray(deliveries.subject, subjectsOf(filters.q)) : undefined,
    since ? sql`${deliveries.receivedAt} >= ${since.toISOString()}::timestamptz` : undefined,
    before ? sql`${place} > ${at(before)}` : undefined,
    after && !before ? sql`${place} < ${at(after)}` : undefined,
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
