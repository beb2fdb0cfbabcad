import type { OrgTransaction } from "~/db/org-transaction";
import { auditRow } from "~/domain/audit/audit-row";
import type { OrgContext } from "~/domain/context";
import type { CustomerForm } from "~/domain/customers/customer-form.schema";
import { changedFacts, namesOf, valuesOf } from "~/domain/customers/facts-by-hand";
import type { IdentityKey } from "~/domain/customers/identity-key";
import { defaultValues } from "~/domain/fields/default-values";
import { listOpenFields } from "~/domain/fields/fields-queries.server";
import { setFieldValues } from "~/domain/fields/set-field-values.server";
import { claimIdentity, NO_SHOP, openPeople, settlePeople } from "./people-by-hand.server";
import { contactKeys, findTaken, isTaken, type TakenContact } from "./taken-contact";

export type Created = { isCreated: true; customerId: string } | { isCreated: false; taken: TakenContact };

/**
 * Makes a customer by hand. A contact that is another customer's makes none, unless the form
 * says that it is shared; then it stays the other's to be known by. Shops that tell of the same
 * email or phone later find this customer. Custom fields begin with their defaults.
 */
export async function createCustomer(ctx: OrgContext, form: CustomerForm): Promise<Created> {
  // Refuses whoever may not, before anything is read in a transaction of the job's.
  await ctx.db.write([]);
  const [{ organization }, fields] = await Promise.all([ctx.db.entry(), listOpenFields(ctx)]);
  return ctx.ports.jobs.inOrg(organization.id, (tx) =>
    createCustomerIn(tx, ctx, { form, begins: defaultValues(fields) }),
  );
}

type NewCustomer = { form: CustomerForm; begins: ReturnType<typeof defaultValues> };

async function createCustomerIn(
  tx: OrgTransaction,
  ctx: OrgContext,
  { form, begins }: NewCustomer,
): Promise<Created> {
  const keys = contactKeys(form);
  const draft = await openPeople(tx, ctx, { customerIds: [], identities: keys });
  const taken = form.isShared ? null : findTaken(draft, keys, null);
  if (taken) return { isCreated: false, taken };
  const id = ctx.newId();
  const at = ctx.now().toISOString();
  const facts = changedFacts({}, form, { at, hash: ctx.newId(), by: ctx.actor.id });
  const blank = { isSample: false, deletedAt: null, mergedInto: null, columns: null };
  draft.customers.set(id, { id, profile: facts, ...blank, isChanged: true });
  const free = keys.filter((key) => !isTaken(draft, key, id));
  // Somebody without contacts is known by a number of our own.
  const own: IdentityKey = { kind: "platform", namespace: NO_SHOP, value: id };
  for (const key of free.length > 0 ? free : [own]) claimIdentity(draft, id, key, at);
  await settlePeople(tx, ctx, draft, [id]);
  if (begins.length > 0) {
    const rows = begins.map((one) => ({ ...one, customerId: id }));
    await tx.execute(setFieldValues(rows, { source: "person", actorId: ctx.actor.id, at }));
  }
  const names = namesOf(facts);
  const act = {
    action: "customer.created",
    subject: { kind: "customer", id },
    facts: { fields: names.join(", ") },
    after: valuesOf(facts, names),
  };
  await tx.execute(auditRow(ctx, act));
  return { isCreated: true, customerId: id };
}
