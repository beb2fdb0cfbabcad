import { and, eq, isNull, sql } from "drizzle-orm";
import { CONNECTORS } from "~/connectors/registry";
import { connections, type SealedSecret } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { changeConnection } from "./change-connection.server";
import { platformSchema } from "./connection-platform";
import { readSettings } from "./connection-settings";
import { isSecretOf, type RotateSecret } from "./connections.schema";
import { generateSecret } from "./generate-secret";
import { pushConnection } from "./push-connection.server";
import { sealSecret } from "./seal-secret.server";
import { endingAt } from "./secret-overlap";

/**
 * Gives a connection a new secret: ours, or for platforms that make their own the
 * one that was brought. The old one counts for three more days unless it is to
 * end at once. Throws `invalid` without a fitting secret where one must be brought, and
 * `conflict` when somebody else changed the connection meanwhile.
 */
export async function rotateSecret(
  ctx: OrgContext,
  { connectionId, secret: brought, oldSecret }: RotateSecret & { connectionId: string },
): Promise<void> {
  const [{ organization }, connection] = await Promise.all([
    ctx.db.entry(),
    findConnection(ctx, connectionId),
  ]);
  if (!connection) throw new AppError("not_found", "errors:notFound");
  const platform = platformSchema.parse(connection.platform);
  const { secretOrigin } = CONNECTORS[platform];
  const proof = readSettings(connection.settings).settings?.proof;
  if (secretOrigin === "pasted" && !brought) throw refusedSecret("connections:errors.secretMissing");
  if (secretOrigin !== "generated" && brought && !isSecretOf(platform, brought, proof))
    throw refusedSecret("connections:errors.secretWrong");
  const secret = secretOrigin !== "generated" && brought ? brought : generateSecret(proof);
  const sealed = await sealSecret(ctx, { orgId: organization.id, id: connectionId }, secret);
  const kept = oldSecret === "keep" ? endingAt(connection.secrets, ctx.now()) : [];
  await changeIfUnchanged(ctx, {
    connectionId,
    version: connection.version,
    secrets: [sealed, ...kept],
    oldSecret,
  });
  await pushConnection(ctx, connectionId);
}

const refusedSecret = (message: string) =>
  new AppError("invalid", "errors:invalid", { fields: { secret: message } });

async function changeIfUnchanged(
  ctx: OrgContext,
  change: { connectionId: string; version: number; secrets: SealedSecret[]; oldSecret: string },
): Promise<void> {
  try {
    await changeConnection(ctx, {
      connectionId: change.connectionId,
      set: sql`secrets = ${JSON.stringify(change.secrets)}::jsonb`,
      provided: sql`config_version = ${change.version}`,
      act: { action: "connection.secret_rotated", facts: { oldSecret: change.oldSecret } },
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    throw new AppError("conflict", "connections:errors.changedMeanwhile", { cause: error });
  }
}

async function findConnection({ db }: OrgContext, connectionId: string) {
  const [row] = await db.read(
    db.orm
      .select({
        platform: connections.platform,
        secrets: connections.secrets,
        settings: connections.settings,
        version: connections.configVersion,
      })
      .from(connections)
      .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
  );
  return row ?? null;
}
