import { eq, sql } from "drizzle-orm";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import { AppError } from "~/lib/app-error";
import { sha256Hex } from "~/lib/sha256-hex";
import { auditRow } from "../audit/audit-row";
import { platformSchema } from "../connections/connection-platform";
import { readSettings } from "../connections/connection-settings";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { applyBatch } from "./apply-batch.server";
import type { Connection, InOrg } from "./batch";
import type { AppliedDelivery, ReceivedDelivery } from "./delivery.schema";
import { eraseShops } from "./erase-shop.server";
import { failedBy, isAboutDelivery } from "./failed-by";
import type { Interpreted } from "./interpret-delivery";
import { interpretKept } from "./interpret-kept";

const UNREADABLE = ["not_json", "not_utf8", "too_deep"] as const;

/**
 * Applies a kept delivery once more and answers its new outcome; what is there
 * already is not doubled. Throws `not_found`, and `conflict` when its body is no
 * longer kept (a repetition, or about someone who was erased).
 */
export async function replayDelivery(
  ctx: OrgContext,
  { deliveryId }: { deliveryId: string },
): Promise<AppliedDelivery> {
  requireRecordId(deliveryId);
  const [{ organization }, kept] = await Promise.all([ctx.db.entry(), findKept(ctx, deliveryId)]);
  if (!kept) throw new AppError("not_found", "errors:notFound");
  if (kept.delivery.body === null) throw new AppError("conflict", "errors:deliveries.bodyGone");
  const delivery = { ...kept.delivery, bodyHash: await sha256Hex(kept.delivery.body) };
  const interpreted = interpretKept(kept.connection, delivery);
  const inOrg: InOrg = (work) => ctx.ports.jobs.inOrg(organization.id, work);
  const replay = { ctx, inOrg, orgId: organization.id, connection: kept.connection };
  try {
    return await apply(replay, interpreted);
  } catch (error) {
    if (!isAboutDelivery(error)) throw error;
    return apply(replay, { delivery, events: [], verdict: failedBy(error) });
  }
}

type Replay = { ctx: OrgContext; inOrg: InOrg; orgId: string; connection: Connection };

async function apply({ ctx, inOrg, orgId, connection }: Replay, one: Interpreted): Promise<AppliedDelivery> {
  const { actor, now, newId, keyring } = ctx;
  await eraseShops(inOrg, { orgId, connection, actor, keys: keyring, now, newId }, [one]);
  const hasher = await tombstoneHasher(keyring, orgId);
  const batch = { connection, deliveries: [one], isReplay: true, actor, hasher, now, newId };
  return inOrg(async (tx) => {
    const [applied] = await applyBatch(tx, batch);
    if (!applied) throw new Error("a replayed delivery has no outcome");
    const subject = { kind: "delivery", id: applied.id };
    const facts = { topic: one.delivery.topic, outcome: applied.outcome };
    await tx.execute(auditRow(ctx, { action: "delivery.replayed", subject, facts }));
    return applied;
  });
}

async function findKept(
  { db }: OrgContext,
  deliveryId: string,
): Promise<{ delivery: ReceivedDelivery; connection: Connection } | null> {
  const [row] = await db.read(
    db.orm
      .select({
        delivery: deliveries,
        shopId: connections.shopId,
        platform: connections.platform,
        settings: connections.settings,
      })
      .from(deliveries)
      .innerJoin(
        connections,
        sql`(${connections.orgId}, ${connections.id}) = (${deliveries.orgId}, ${deliveries.connectionId})`,
      )
      .where(eq(deliveries.id, deliveryId)),
  );
  if (!row) return null;
  const { id, receivedAt, topic, subject, dedupeKey, sourceShop, headers, body, bodyBytes, reason } =
    row.delivery;
  return {
    connection: {
      id: row.delivery.connectionId,
      shopId: row.shopId,
      platform: platformSchema.parse(row.platform),
      ...readSettings(row.settings),
    },
    delivery: {
      ...{ id, topic, subject, dedupeKey, sourceShop, headers, body, bodyBytes },
      seq: 1,
      receivedAt: receivedAt.toISOString(),
      bodyHash: "",
      isDuplicate: false,
      unreadable: UNREADABLE.find((word) => word === reason) ?? null,
    },
  };
}
