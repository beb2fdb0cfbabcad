import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { type Keyset, keysetClauses, readPosition, toPage } from "~/db/keyset";
import { readRows } from "~/db/read-rows";
import { connections } from "~/db/schema/connections";
import { securityEvents } from "~/db/schema/security";
import type { OrgContext } from "../context";
import { listPeople } from "../organizations/organizations-queries.server";
import type { SecurityParams } from "./security-params.schema";

const PAGE_SIZE = 50;
const SHOWN_DAYS = 30;
const DAY_MS = 86_400_000;

const NEWEST_FIRST: Keyset = {
  name: "signs",
  key: securityEvents.lastAt,
  id: securityEvents.id,
  order: "desc",
  indexOrder: "desc",
};

/** A page of the last 30 days' signs of fraud and abuse, newest first. Throws `bad_request` for a foreign cursor. */
export async function listSecurityEvents(ctx: OrgContext, params: SecurityParams) {
  const { db } = ctx;
  const position = readPosition(NEWEST_FIRST, params);
  const { key, where, orderBy, limit } = keysetClauses(NEWEST_FIRST, position, PAGE_SIZE);
  const since = new Date(ctx.now().getTime() - SHOWN_DAYS * DAY_MS).toISOString();
  const [read, people, shops] = await Promise.all([
    db.read(
      db.orm
        .select({
          id: securityEvents.id,
          key,
          kind: securityEvents.kind,
          userId: securityEvents.userId,
          ip: securityEvents.ip,
          city: securityEvents.city,
          country: securityEvents.country,
          facts: securityEvents.facts,
          count: securityEvents.count,
          lastAt: securityEvents.lastAt,
        })
        .from(securityEvents)
        .where(
          and(
            sql`${securityEvents.lastAt} >= ${since}::timestamptz`,
            params.kind ? eq(securityEvents.kind, params.kind) : undefined,
            params.user ? eq(securityEvents.userId, params.user) : undefined,
            where,
          ),
        )
        .orderBy(...orderBy)
        .limit(limit),
    ),
    listPeople(ctx),
    db.read(db.orm.select({ id: connections.id, name: connections.name }).from(connections)),
  ]);
  const { rows, previous, next } = toPage(NEWEST_FIRST, position, read, PAGE_SIZE);
  const names = new Map([...people, ...shops].map(({ id, name }) => [id, name]));
  const events = rows.map((row) => ({
    ...row,
    userName: (row.userId && names.get(row.userId)) ?? null,
    shopName: names.get(String(row.facts.connectionId)) ?? null,
  }));
  return { events, previous, next, people: people.map(({ id, name }) => ({ id, name })) };
}

export type ListedSecurityEvent = Awaited<ReturnType<typeof listSecurityEvents>>["events"][number];

const factorRow = z.object({ userId: z.uuid(), hasFactor: z.boolean() });

/** How many active members have a second factor, and who has none. */
export async function getFactorCoverage(ctx: OrgContext) {
  const query = sql`select user_id as "userId", has_factor as "hasFactor" from organization_factors()`;
  const [rows, people] = await Promise.all([ctx.db.read(ctx.db.orm.execute(query)), listPeople(ctx)]);
  const factors = readRows(factorRow, rows);
  const without = new Set(factors.filter((row) => !row.hasFactor).map((row) => row.userId));
  return {
    members: factors.length,
    without: people.filter(({ id }) => without.has(id)).map(({ id, name, role }) => ({ id, name, role })),
  };
}
