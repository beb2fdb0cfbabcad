import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { listAttempts } from "./desk/attempts-queries.server";
import { maskHeaders } from "./desk/mask-payload";
import { isTestDelivery } from "./desk/test-mark";
import { listTouched } from "./desk/touched-records.server";
import { OUTCOMES } from "./outcomes";
import { readPayload } from "./payload";

const RELATED = 20;

/**
 * A delivery with its payload, what came of it each time, the records that it is about, and the
 * other deliveries about them, newest first. Payload and headers name people: what is personal is
 * masked for roles that may not see contacts. Throws `not_found`.
 */
export async function getDelivery(ctx: OrgContext, { deliveryId }: { deliveryId: string }) {
  requireRecordId(deliveryId);
  const [{ role }, [row], related, attempts, records] = await Promise.all([
    ctx.db.entry(),
    selectDelivery(ctx, deliveryId),
    listRelated(ctx, deliveryId),
    listAttempts(ctx, deliveryId),
    listTouched(ctx, deliveryId),
  ]);
  if (!row) throw new AppError("not_found", "errors:notFound");
  const { body, headers, outcome, ...delivery } = row;
  const maySeeContacts = isAllowed(role, "contacts.view");
  return {
    ...delivery,
    outcome: z.enum(OUTCOMES).parse(outcome),
    headers: maySeeContacts ? headers : maskHeaders(headers),
    isTest: isTestDelivery({ headers }),
    related,
    attempts,
    records,
    payload: readPayload(body, { isErased: row.erasedAt !== null, maySeeContacts }),
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
        tries: deliveries.attempts,
        settledAt: sql<
          string | null
        >`coalesce(${deliveries.settledAt}, ${deliveries.replayedAt}, ${deliveries.appliedAt})`.mapWith(
          deliveries.settledAt,
        ),
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
