import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { consents, customers, identities } from "~/db/schema/customers";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import type { consentSchema } from "./edit-customer.schema";

type Decision = Omit<z.output<typeof consentSchema>, "intent"> & { customerId: string };

/**
 * Writes down what a customer agreed to or refused, in the words that were used, under the address
 * that it is about. Nothing is ever taken out of this ledger. Throws `not_found`, and `conflict`
 * when the customer has no such address.
 */
export async function recordConsent(ctx: OrgContext, decision: Decision): Promise<void> {
  const customerId = requireRecordId(decision.customerId);
  const { channel, state, wording, place } = decision;
  const { orm } = ctx.db;
  const kind = channel === "email" ? "email" : "phone";
  const [[customer], known] = await Promise.all([
    ctx.db.read(
      orm
        .select({ email: customers.email, phone: customers.phone, mergedInto: customers.mergedInto })
        .from(customers)
        .where(eq(customers.id, customerId)),
    ),
    ctx.db.read(
      orm
        .select({ id: identities.id, value: identities.value })
        .from(identities)
        .where(and(eq(identities.customerId, customerId), eq(identities.kind, kind)))
        .orderBy(identities.firstSeenAt)
        .limit(50),
    ),
  ]);
  if (!customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
  // The address in use, where the customer has several.
  const address = known.find(({ value }) => value === customer[kind]) ?? known[0];
  if (!address) throw new AppError("conflict", `customerPage:errors.no_${kind}`);
  const id = ctx.newId();
  const act = {
    action: "consent.recorded",
    subject: { kind: "customer", id: customerId },
    facts: { channel, state },
    after: { wording, place },
  };
  await ctx.db.write([
    orm.insert(consents).values({
      id,
      identityId: address.id,
      channel,
      purpose: "marketing",
      state,
      source: "person",
      wording,
      place,
      decidedAt: ctx.now(),
      recordedAt: ctx.now(),
      actorId: ctx.actor.id,
    }),
    orm.execute(auditRow(ctx, act)),
  ]);
}
