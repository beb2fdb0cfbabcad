import { eq } from "drizzle-orm";
import { deliveries } from "~/db/schema/deliveries";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import type { AppliedDelivery } from "./delivery.schema";
import { selectKept, toKept } from "./desk/kept-deliveries.server";
import { replayKept } from "./desk/replay-kept.server";

/**
 * Applies a kept delivery once more and answers its new outcome; what is there
 * already is not doubled. Throws `not_found`, and `conflict` when its body is no
 * longer kept (a repetition, an old one, or about someone who was erased).
 */
export async function replayDelivery(
  ctx: OrgContext,
  { deliveryId }: { deliveryId: string },
): Promise<AppliedDelivery> {
  requireRecordId(deliveryId);
  const [{ organization }, [row]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectKept(ctx.db.orm).where(eq(deliveries.id, deliveryId))),
  ]);
  if (!row) throw new AppError("not_found", "errors:notFound");
  if (row.delivery.body === null) throw new AppError("conflict", "errors:deliveries.bodyGone");
  const { delivery, connection } = await toKept(row);
  const { actor, now, newId, keyring, ports } = ctx;
  const [applied] = await replayKept(
    {
      ...{ actor, now, newId, keyring, orgId: organization.id },
      inOrg: (work) => ports.jobs.inOrg(organization.id, work),
      along: async (tx, [one]) => {
        const facts = { topic: delivery.topic, outcome: one?.outcome ?? null };
        const subject = { kind: "delivery", id: delivery.id };
        await tx.execute(auditRow(ctx, { action: "delivery.replayed", subject, facts }));
      },
    },
    connection,
    [delivery],
  );
  if (!applied) throw new Error("a replayed delivery has no outcome");
  return applied;
}
