import { and, eq, isNull, sql } from "drizzle-orm";
import { connections } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import { open } from "~/lib/sealed-box";
import type { OrgContext } from "../../context";
import { changeConnection } from "../change-connection.server";
import { pushConnection } from "../push-connection.server";
import { sealSecret } from "../seal-secret.server";
import { endingAt } from "../secret-overlap";
import { secretPlace } from "../secret-place";

/**
 * Lets a connection take what the installed app's secret signs; the secret before
 * it counts for a while. A connection whose app was gone receives again. Throws
 * `not_found`.
 */
export async function bringSecret(
  ctx: OrgContext,
  { connectionId, secret }: { connectionId: string; secret: string },
): Promise<void> {
  const { db, keyring } = ctx;
  const [{ organization }, [row]] = await Promise.all([
    db.entry(),
    db.read(
      db.orm
        .select({ secrets: connections.secrets })
        .from(connections)
        .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
    ),
  ]);
  if (!row) throw new AppError("not_found", "errors:notFound");
  const [newest] = row.secrets;
  const place = (id: string) => secretPlace(organization.id, connectionId, id);
  const isKnown = newest && (await open(keyring, newest.sealed, place(newest.id))) === secret;
  const sealed = isKnown ? [] : [await sealSecret(ctx, { orgId: organization.id, id: connectionId }, secret)];
  const secrets = isKnown ? row.secrets : [...sealed, ...endingAt(row.secrets, ctx.now())];
  await changeConnection(ctx, {
    connectionId,
    set: sql`secrets = ${JSON.stringify(secrets)}::jsonb, state = case when state <> 'uninstalled' then state
      when last_delivery_at is null then 'waiting' else 'live' end`,
    act: { action: "connection.secret_rotated", facts: { oldSecret: "keep" } },
  });
  await pushConnection(ctx, connectionId);
}
