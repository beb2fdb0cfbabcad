import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { proofSettingsSchema } from "~/connectors/generic/proof-settings";
import { CONNECTORS } from "~/connectors/registry";
import { readRows } from "~/db/read-rows";
import { connections, shops } from "~/db/schema/connections";
import { connectionCredentials as keys } from "~/db/schema/credentials";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { OUTCOMES } from "../deliveries/outcomes";
import { requireRecordId } from "../record-id";
import { listPulses } from "../silences/pulse-queries.server";
import { healthOf, trafficOf } from "./connection-health";
import { platformSchema } from "./connection-platform";

const webhooksSchema = z.enum(["registered", "missing", "switched_off"]).nullable();
const DAY_MS = 86_400_000;

/** All connections that were not removed, by name, each with its health of the last 24 hours. */
export async function listConnections(ctx: OrgContext) {
  return readConnections(ctx, isNull(connections.removedAt));
}

/** One connection with its health, a removed one too. Throws `not_found`. */
export async function getConnection(ctx: OrgContext, { connectionId }: { connectionId: string }) {
  requireRecordId(connectionId);
  const [connection] = await readConnections(ctx, eq(connections.id, connectionId));
  if (!connection) throw new AppError("not_found", "errors:notFound");
  return connection;
}

export type ConnectionView = Awaited<ReturnType<typeof getConnection>>;

async function readConnections(ctx: OrgContext, which: SQL) {
  const since = new Date(ctx.now().getTime() - DAY_MS);
  const [rows, counted, refused, pulses] = await Promise.all([
    selectConnections(ctx, which),
    countDeliveries(ctx, since),
    countBadSignatures(ctx, since),
    listPulses(ctx),
  ]);
  return rows.map(({ secrets, proof, ...row }) => {
    const traffic = trafficOf(row.id, counted, refused);
    const pulse = pulses.get(row.id) ?? null;
    const ends = secrets.map((secret) => secret.expiresAt).find((end) => end !== null) ?? null;
    const isOverlapping = ends !== null && Date.parse(ends) > ctx.now().getTime();
    const platform = platformSchema.parse(row.platform);
    return {
      ...row,
      platform,
      access: row.access && { ...row.access, webhooksState: webhooksSchema.parse(row.access.webhooksState) },
      platformLabel: CONNECTORS[platform].label,
      isReadByNames: CONNECTORS[platform].isReadByNames ?? false,
      /** How its deliveries prove themselves, where the seller chooses. */
      proof: proofSettingsSchema.nullable().catch(null).parse(proof),
      /** Which secret is in force; null before there is one. */
      secretId: secrets[0]?.id ?? null,
      /** Until when the secret before this one still counts. */
      oldSecretEndsAt: isOverlapping ? ends : null,
      traffic,
      /** Its usual rhythm and its silence; null before anything was counted. */
      pulse,
      health: healthOf(row.state, traffic, pulse?.silence != null),
    };
  });
}

function selectConnections({ db }: OrgContext, which: SQL) {
  return db.read(
    db.orm
      .select({
        id: connections.id,
        platform: connections.platform,
        name: connections.name,
        state: connections.state,
        secrets: connections.secrets,
        proof: sql<unknown>`${connections.settings} -> 'proof'`,
        isMapped: sql<boolean>`coalesce(jsonb_typeof(${connections.settings} -> 'mapping') = 'object', false)`,
        lastDeliveryAt: connections.lastDeliveryAt,
        mismatchedShop: connections.mismatchedShop,
        isSample: connections.isSample,
        createdAt: connections.createdAt,
        removedAt: connections.removedAt,
        shop: { id: shops.id, name: shops.name, address: shops.externalId },
        /** What lets us speak to the shop's interface; null without it. */
        access: {
          account: keys.account,
          createdAt: keys.createdAt,
          lastUsedAt: keys.lastUsedAt,
          brokenReason: keys.brokenReason,
          webhooksState: keys.webhooksState,
          webhooksCheckedAt: keys.webhooksCheckedAt,
        },
      })
      .from(connections)
      .innerJoin(shops, and(eq(shops.orgId, connections.orgId), eq(shops.id, connections.shopId)))
      .leftJoin(keys, and(eq(keys.orgId, connections.orgId), eq(keys.connectionId, connections.id)))
      .where(which)
      .orderBy(connections.name, connections.id),
  );
}

const countedRow = z.object({ connectionId: z.uuid(), outcome: z.enum(OUTCOMES), count: z.coerce.number() });

async function countDeliveries({ db }: OrgContext, since: Date) {
  const query = sql`
    select connection_id as "connectionId", outcome, count(*) as count
    from deliveries where received_at >= ${since.toISOString()}::timestamptz
    group by 1, 2`;
  return readRows(countedRow, await db.read(db.orm.execute(query)));
}

const refusedRow = z.object({ connectionId: z.uuid(), count: z.coerce.number() });

async function countBadSignatures({ db }: OrgContext, since: Date) {
  const query = sql`
    select connection_id as "connectionId", sum(count) as count
    from refusals where minute >= ${since.toISOString()}::timestamptz and reason = 'bad_signature'
    group by 1`;
  return readRows(refusedRow, await db.read(db.orm.execute(query)));
}
