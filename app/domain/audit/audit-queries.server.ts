import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import { auditLog, auditValues } from "~/db/schema/audit";
import { connections } from "~/db/schema/connections";
import type { OrgContext } from "../context";
import { listPeople } from "../organizations/organizations-queries.server";
import { type ActFilters, OTHER_ACTORS } from "./act-filters";
import type { ActPosition } from "./act-filters.schema";
import { actionsOf } from "./action-groups";
import { listChanges } from "./list-changes";

const PAGE_SIZE = 50;

/**
 * A page of acts, newest first, with the names of who acted and on what, as far
 * as they are still known. `older` and `newer` are what the neighbouring pages go
 * on from; null at an end.
 */
export async function listActs(ctx: OrgContext, filters: ActFilters, position: ActPosition) {
  const isBack = position.after !== null;
  const [rows, names] = await Promise.all([
    ctx.db.read(selectActs(ctx, filters, position, PAGE_SIZE + 1)),
    readNames(ctx),
  ]);
  const acts = rows.slice(0, PAGE_SIZE).map((row) => nameAct(row, names));
  if (isBack) acts.reverse();
  const hasMore = rows.length > PAGE_SIZE;
  const hasOlder = isBack || hasMore;
  const hasNewer = isBack ? hasMore : position.before !== null;
  return {
    acts,
    older: hasOlder ? (acts.at(-1)?.seq ?? null) : null,
    newer: hasNewer ? (acts[0]?.seq ?? null) : null,
    people: names.people,
  };
}

export type ListedAct = ReturnType<typeof nameAct>;

export type ActNames = Awaited<ReturnType<typeof readNames>>;

/** Who and what acts name; joins this turn's batch. */
export async function readNames(ctx: OrgContext) {
  const { db } = ctx;
  const [everybody, connectionNames] = await Promise.all([
    listPeople(ctx),
    db.read(db.orm.select({ id: connections.id, name: connections.name }).from(connections)),
  ]);
  const people = everybody.map(({ id, name }) => ({ id, name }));
  return { people, byId: new Map([...people, ...connectionNames].map(({ id, name }) => [id, name])) };
}

type ActRow = Awaited<ReturnType<typeof selectActs>>[number];

/** An act as people read it. */
export function nameAct({ before, after, hasValues, valuesDigest, ...row }: ActRow, { byId }: ActNames) {
  return {
    ...row,
    actorName: (row.actorId && byId.get(row.actorId)) ?? null,
    subjectName: (row.subjectId && byId.get(row.subjectId)) ?? null,
    changes: listChanges(before, after),
    isErased: valuesDigest !== "" && !hasValues,
  };
}

/** Acts beyond a position, the nearest first. */
export function selectActs({ db }: OrgContext, filters: ActFilters, position: ActPosition, limit: number) {
  const { before, after } = position;
  return db.orm
    .select({
      seq: auditLog.seq,
      at: auditLog.at,
      actorKind: auditLog.actorKind,
      actorId: auditLog.actorId,
      action: auditLog.action,
      subjectKind: auditLog.subjectKind,
      subjectId: auditLog.subjectId,
      ip: auditLog.ip,
      device: auditLog.device,
      facts: auditLog.facts,
      valuesDigest: auditLog.valuesDigest,
      hasValues: sql<boolean>`${auditValues.seq} is not null`,
      before: auditValues.before,
      after: auditValues.after,
    })
    .from(auditLog)
    .leftJoin(auditValues, and(eq(auditValues.orgId, auditLog.orgId), eq(auditValues.seq, auditLog.seq)))
    .where(
      and(
        ...conditionsOf(filters),
        after === null ? undefined : gt(auditLog.seq, after),
        before === null ? undefined : lt(auditLog.seq, before),
      ),
    )
    .orderBy(after === null ? desc(auditLog.seq) : asc(auditLog.seq))
    .limit(limit);
}

/** The filters as a query's conditions. */
export function conditionsOf({ actor, group, subject, ip, from, to }: ActFilters): SQL[] {
  return [
    actor === null ? null : isOtherActor(actor) ? eq(auditLog.actorKind, actor) : eq(auditLog.actorId, actor),
    group === null ? null : inArray(auditLog.action, actionsOf(group)),
    subject === null ? null : eq(auditLog.subjectId, subject),
    ip === null ? null : eq(auditLog.ip, ip),
    from === null ? null : sql`${auditLog.at} >= ${startOfDay(from, 0)}`,
    to === null ? null : sql`${auditLog.at} < ${startOfDay(to, 1)}`,
  ].filter((condition) => condition !== null);
}

const isOtherActor = (actor: string) => OTHER_ACTORS.some((kind) => kind === actor);

/** The instant at which a day begins in the organization's zone. */
function startOfDay(day: string, daysLater: number): SQL {
  return sql`((${day}::date + ${daysLater}::int)::timestamp at time zone (
    select time_zone from organizations where id = app_org_id()))`;
}
