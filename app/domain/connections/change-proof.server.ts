import { and, eq, isNull, sql } from "drizzle-orm";
import { CONNECTORS } from "~/connectors/registry";
import { connections } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { changeConnection } from "./change-connection.server";
import { platformSchema } from "./connection-platform";
import { readSettings } from "./connection-settings";
import { type ChangeProof, isSecretOf } from "./connections.schema";
import { generateSecret } from "./generate-secret";
import { pushConnection } from "./push-connection.server";
import { sealSecret } from "./seal-secret.server";

/**
 * Changes how a connection's deliveries prove themselves, at once. The secret stays unless another
 * one is brought or its form no longer fits. Throws `not_found`, `conflict` where the
 * platform decides, and `invalid` for a secret that cannot be one.
 */
export async function changeProof(
  ctx: OrgContext,
  { connectionId, proof, secret: brought }: ChangeProof & { connectionId: string },
): Promise<void> {
  const [{ organization }, connection] = await Promise.all([
    ctx.db.entry(),
    findConnection(ctx, connectionId),
  ]);
  if (!connection) throw new AppError("not_found", "errors:notFound");
  const platform = platformSchema.parse(connection.platform);
  if (CONNECTORS[platform].proof !== "chosen") throw new AppError("conflict", "proof:errors.notChosen");
  if (brought && !isSecretOf(platform, brought, proof)) {
    throw new AppError("invalid", "errors:invalid", {
      fields: { secret: "connections:errors.secretWrong" },
    });
  }
  const before = readSettings(connection.settings).settings?.proof;
  const isOtherForm = (before?.kind === "standard") !== (proof.kind === "standard");
  const secret = brought ?? (isOtherForm ? generateSecret(proof) : null);
  const sealed = secret && [await sealSecret(ctx, { orgId: organization.id, id: connectionId }, secret)];
  await changeConnection(ctx, {
    connectionId,
    set: sql`settings = settings || jsonb_build_object('proof', ${JSON.stringify(proof)}::jsonb),
      secrets = coalesce(${sealed && JSON.stringify(sealed)}::jsonb, secrets)`,
    provided: sql`settings is not null`,
    act: {
      action: "connection.proof_changed",
      facts: { proof: proof.kind },
      before: { proof: before ?? null },
      after: { proof },
    },
  });
  await pushConnection(ctx, connectionId);
}

async function findConnection({ db }: OrgContext, connectionId: string) {
  const [row] = await db.read(
    db.orm
      .select({ platform: connections.platform, settings: connections.settings })
      .from(connections)
      .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
  );
  return row ?? null;
}
