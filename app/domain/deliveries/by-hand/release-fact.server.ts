import type { OrgTransaction } from "~/db/org-transaction";
import { auditRow } from "~/domain/audit/audit-row";
import type { OrgContext } from "~/domain/context";
import type { FactName } from "~/domain/customers/customer-form.schema";
import { valuesOf } from "~/domain/customers/facts-by-hand";
import { requireRecordId } from "~/domain/record-id";
import { AppError } from "~/lib/app-error";
import { openPeople, settlePeople } from "./people-by-hand.server";

type Release = { customerId: string; field: FactName };

/**
 * Lets what shops tell stand again for a fact that a person set. The customer stays known by a
 * contact that goes. Throws `not_found`, and `conflict` when nobody has set the fact by hand.
 */
export async function releaseFact(ctx: OrgContext, release: Release): Promise<void> {
  requireRecordId(release.customerId);
  await ctx.db.write([]);
  const { organization } = await ctx.db.entry();
  await ctx.ports.jobs.inOrg(organization.id, (tx) => releaseIn(tx, ctx, release));
}

async function releaseIn(tx: OrgTransaction, ctx: OrgContext, { customerId: id, field }: Release) {
  const draft = await openPeople(tx, ctx, { customerIds: [id], identities: [] });
  const customer = draft.customers.get(id);
  if (!customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
  const { [field]: fact, ...rest } = customer.profile;
  if (fact?.source !== "person") throw new AppError("conflict", "customerPage:errors.notSet");
  draft.customers.set(id, { ...customer, profile: rest, isChanged: true });
  await settlePeople(tx, ctx, draft, [id]);
  const after = draft.customers.get(id)?.columns?.profile ?? {};
  const act = {
    action: "customer.released",
    subject: { kind: "customer", id },
    facts: { fields: field },
    before: valuesOf(customer.profile, [field]),
    after: valuesOf(after, [field]),
  };
  await tx.execute(auditRow(ctx, act));
}
