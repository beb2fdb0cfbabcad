import { and, eq, isNull, sql } from "drizzle-orm";
import { CONNECTORS } from "~/connectors/registry";
import { connections, inboxPushes, shops } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import type { CreateConnection } from "./connections.schema";
import { generateSecret } from "./generate-secret";
import { pushConnection } from "./push-connection.server";
import { sealSecret } from "./seal-secret.server";

/**
 * Connects a shop: the shop itself unless it is known (its orders then go on), the
 * connection with its sealed secret, and the configuration its inbox must learn,
 * in one transaction. Throws `conflict` when the shop has a connection already.
 */
export async function createConnection(
  ctx: OrgContext,
  input: CreateConnection,
): Promise<{ connectionId: string }> {
  const [{ organization }, [connected]] = await Promise.all([
    ctx.db.entry(),
    findConnectionOfShop(ctx, input),
  ]);
  if (connected) {
    throw new AppError("conflict", "connections:errors.alreadyConnected", {
      values: { name: connected.name },
      fields: { shopAddress: "connections:errors.alreadyConnected" },
    });
  }
  const connectionId = ctx.newId();
  const isOurs = CONNECTORS[input.platform].secretOrigin !== "pasted";
  const secret = input.secret ?? (isOurs ? generateSecret(input.proof) : undefined);
  const connection = { orgId: organization.id, id: connectionId };
  const secrets = secret === undefined ? [] : [await sealSecret(ctx, connection, secret)];
  const { platform, name, shopAddress, proof } = input;
  const shopId = ctx.newId();
  const { orm } = ctx.db;
  await ctx.db.write([
    orm
      .insert(shops)
      .values({ id: shopId, platform, name, externalId: shopAddress, currency: organization.currency })
      .onConflictDoNothing(),
    orm.insert(connections).values({
      id: connectionId,
      platform,
      name,
      shopId: sql`coalesce((select id from shops where platform = ${platform} and external_id = ${shopAddress}), ${shopId})`,
      secrets,
      settings: proof ? { proof, mapping: null, mappingVersion: 0 } : null,
    }),
    orm.insert(inboxPushes).values({ connectionId, version: 1 }),
    orm.execute(
      auditRow(ctx, {
        action: "connection.created",
        subject: { kind: "connection", id: connectionId },
        facts: { platform },
        after: { name, shopAddress },
      }),
    ),
  ]);
  await pushConnection(ctx, connectionId);
  return { connectionId };
}

function findConnectionOfShop({ db }: OrgContext, { platform, shopAddress }: CreateConnection) {
  return db.read(
    db.orm
      .select({ name: connections.name })
      .from(connections)
      .innerJoin(shops, and(eq(shops.orgId, connections.orgId), eq(shops.id, connections.shopId)))
      .where(
        and(
          eq(shops.platform, platform),
          sql`${shops.externalId} = ${shopAddress}`,
          isNull(connections.removedAt),
        ),
      )
      .limit(1),
  );
}
