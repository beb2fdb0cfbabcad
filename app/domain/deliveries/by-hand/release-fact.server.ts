import type { OrgContext } from "~/domain/context";
import type { FactName } from "~/domain/customers/customer-form.schema";
import { valuesOf } from "~/domain/customers/facts-by-hand";
import { requireRecordId } from "~/domain/record-id";
import { AppError } from "~/lib/app-error";
import { settleCustomers } from "../settle-customers";
import { type ByHand, changePeople, openPeople, writePeople } from "./people-by-hand.server";

type Release = { customerId: string; field: FactName };

/**
 * Lets what shops tell stand again for a fact that a person set. The customer stays known by a
 * contact that goes. Throws `not_found`, and `conflict` when nobody has set the fact by hand.
 */
export async function releaseFact(ctx: OrgContext, release: Release): Promise<void> {
  requireRecordId(release.customerId);
  await changePeople(ctx, (by) => releaseIn(by, release));
}

async function releaseIn(by: ByHand, { customerId: id, field }: Release): Promise<void> {
  const draft = await openPeople(by, { customerIds: [id], identities: [] });
  const customer = draft.customers.get(id);
  if (!customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
  const { [field]: fact, ...rest } = customer.profile;
  if (fact?.source !== "person") throw new AppError("conflict", "customerPage:errors.notSet");
  draft.customers.set(id, { ...customer, profile: rest, isChanged: true });
  settleCustomers(draft, [id]);
  const after = draft.customers.get(id)?.columns?.profile ?? {};
  await writePeople(by, draft, {
    action: "customer.released",
    subject: { kind: "customer", id },
    facts: { fields: field },
    before: valuesOf(customer.profile, [field]),
    after: valuesOf(after, [field]),
  });
}
