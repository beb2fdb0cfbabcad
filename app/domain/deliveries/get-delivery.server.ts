import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { OUTCOMES } from "./outcomes";
import { readPayload } from "./payload";

const RELATED = 20;

/**
 * A delivery with its payload, and the others about the same record, newest first.
 * The payload names people: it is withheld from roles that may not see contacts.
 * Throws `not_found`.
 */
export async function getDelivery(ctx: OrgContext, { deliveryId }: { deliveryId: string }) {
  requireRecordId(deliveryId);
  const [{ role }, [row], related] = await Promise.all([
    ctx.db.entry(),
    selectDelivery(ctx, deliveryId),
    listRelated(ctx, deliveryId),
  ]);
  if (!row) throw new AppError("not_found", "errors:notFound");
  const { body, outcome, ...delivery } = row;
  return {
    ...delivery,
    outcome: z.enum(OUTCOMES).parse(outcome),
    related,
    payload: readPayload(body, {
      isErased: row.erasedAt !== null,
      maySeeContacts: isAllowed(role, "contacts.view"),
    }),
  };
}

export type DeliveryView = Awaited<ReturnType<typeof getDelivery>>;

function selectDelivery({ db }: OrgContext, deliveryId: string) {
  return db.read(
    db.orm
      .select({
        id: deliveries.id,
        receivedAt: deliveries.receivedAt,
        topic: deliveries.topic,
        subject: deliveries.subject,
        dedupeKey: deliveries.dedupeKey,
        outcome: deliveries.outcome,
        reason: deliveries.reason,
        detail: deliveries.detail,
        sourceShop: deliveries.sourceShop,
        headers: deliveries.headers,
        body: deliveries.body,
        bodyBytes: deliveries.bodyBytes,
        attempts: deliveries.attempts,
        appliedAt: deliveries.appliedAt,
        replayedAt: deliveries.replayedAt,
        erasedAt: deliveries.erasedAt,
        connection: { id: connections.id, name: connections.name, platform: connections.platform },
      })
      .from(deliveries)
      .innerJoin(
        connections,
        and(eq(connections.orgId, deliveries.orgId), eq(connections.id, deliveries.connectionId)),
      )
      .where(eq(deliveries.id, deliveryId)),
  );
}

/** By subject within the connection, in the same batch: the subject is looked up by the database. */
function listRelated({ db }: OrgContext, deliveryId: string) {
  const own = sql`(select subject, connection_id from deliveries where id = ${deliveryId}::uuid)`;
  return db.read(
    db.orm
      .select({
        id: deliveries.id,
        receivedAt: deliveries.receivedAt,
        topic: deliveries.topic,
        outcome: sql<(typeof OUTCOMES)[number]>`${deliveries.outcome}`,
        reason: deliveries.reason,
      })
      .from(deliveries)
      .where(sql`(${deliveries.subject}, ${deliveries.connectionId}) = ${own}`)
      .orderBy(sql`${deliveries.receivedAt} desc`)
      .limit(RELATED),
  );
}
