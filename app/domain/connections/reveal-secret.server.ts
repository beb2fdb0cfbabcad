import { and, eq, isNull } from "drizzle-orm";
import { connections } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import { open } from "~/lib/sealed-box";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { secretPlace } from "./secret-place";

/**
 * The connection's newest secret in the clear. That it was looked at is written
 * down before it is given out; a wrong key or a tampered text throws `SealError`.
 */
export async function revealSecret(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<{ secret: string }> {
  const { db } = ctx;
  const [{ organization }, [row]] = await Promise.all([
    db.entry(),
    db.read(
      db.orm
        .select({ secrets: connections.secrets })
        .from(connections)
        .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
    ),
  ]);
  const newest = row?.secrets[0];
  if (!newest) throw new AppError("not_found", "errors:notFound");
  const place = secretPlace(organization.id, connectionId, newest.id);
  const secret = await open(ctx.keyring, newest.sealed, place);
  const subject = { kind: "connection", id: connectionId };
  await db.write([db.orm.execute(auditRow(ctx, { action: "connection.secret_revealed", subject }))]);
  return { secret };
}
