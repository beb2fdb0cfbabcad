import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { auditRow } from "~/domain/audit/audit-row";
import type { OrgContext } from "~/domain/context";
import type { CustomerForm, FactName } from "~/domain/customers/customer-form.schema";
import { changedFacts, namesOf, valuesOf } from "~/domain/customers/facts-by-hand";
import { requireRecordId } from "~/domain/record-id";
import { AppError } from "~/lib/app-error";
import { profileSchema } from "../stored-parts";
import { claimIdentity, openPeople, settlePeople } from "./people-by-hand.server";
import { contactKeys, findTaken, isTaken, type TakenContact } from "./taken-contact";

export type Corrected =
  | { isCorrected: true; fields: FactName[] }
  | { isCorrected: false; taken: TakenContact };

/** The facts to change, given those that the customer shows now. */
export type Correction = {
  customerId: string;
  form: Partial<CustomerForm>;
};

/**
 * Sets facts of a customer by hand: those of the form that say something else. They stand,
 * whatever shops tell, until they are released. A contact that is another customer's changes
 * nothing, unless the form says that both share it. Throws `not_found`.
 */
export async function correctCustomer(ctx: OrgContext, correction: Correction): Promise<Corrected> {
  requireRecordId(correction.customerId);
  await ctx.db.write([]);
  const { organization } = await ctx.db.entry();
  return ctx.ports.jobs.inOrg(organization.id, (tx) => correctIn(tx, ctx, correction));
}

async function correctIn(
  tx: OrgTransaction,
  ctx: OrgContext,
  { customerId: id, form: told }: Correction,
): Promise<Corrected> {
  const shown = await readShown(tx, id);
  const form = { ...formOf(shown), ...told };
  const at = ctx.now().toISOString();
  const facts = changedFacts(shown, form, { at, hash: ctx.newId(), by: ctx.actor.id });
  const fields = namesOf(facts);
  if (fields.length === 0) return { isCorrected: true, fields };
  const { country } = form;
  const contacts = { email: facts.email?.value ?? "", phone: facts.phone?.value ?? "", country };
  const keys = contactKeys(contacts);
  const draft = await openPeople(tx, ctx, { customerIds: [id], identities: keys });
  const taken = form.isShared ? null : findTaken(draft, keys, id);
  if (taken) return { isCorrected: false, taken };
  const customer = draft.customers.get(id);
  if (!customer) throw new AppError("not_found", "errors:notFound");
  draft.customers.set(id, { ...customer, profile: { ...customer.profile, ...facts }, isChanged: true });
  for (const key of keys) if (!isTaken(draft, key, id)) claimIdentity(draft, id, key, at);
  await settlePeople(tx, ctx, draft, [id]);
  const act = {
    action: "customer.corrected",
    subject: { kind: "customer", id },
    facts: { fields: fields.join(", ") },
    before: valuesOf(shown, fields),
    after: valuesOf(facts, fields),
  };
  await tx.execute(auditRow(ctx, act));
  return { isCorrected: true, fields };
}

/** The profile that lists and pages show. */
async function readShown(tx: OrgTransaction, id: string) {
  const result = await tx.execute(
    sql`select profile, email, phone from customers where id = ${id}::uuid and merged_into is null`,
  );
  const row = z.object({
    profile: profileSchema,
    email: z.string().nullable(),
    phone: z.string().nullable(),
  });
  const [found] = readRows(row, result);
  if (!found) throw new AppError("not_found", "errors:notFound");
  const stamp = { at: "", hash: "", source: "shop" } as const;
  const { profile, email, phone } = found;
  // A contact that nobody told as a fact is known as an identity all the same.
  return {
    ...profile,
    ...(!profile.email && email ? { email: { value: email, ...stamp } } : {}),
    ...(!profile.phone && phone ? { phone: { value: phone, ...stamp } } : {}),
  };
}

function formOf(shown: Awaited<ReturnType<typeof readShown>>): CustomerForm {
  const address = shown.address?.value;
  return {
    name: shown.name?.value ?? "",
    email: shown.email?.value ?? "",
    phone: shown.phone?.value ?? "",
    company: shown.company?.value ?? "",
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    postcode: address?.postcode ?? "",
    city: address?.city ?? "",
    state: address?.state ?? "",
    country: address?.country ?? "",
    isShared: false,
  };
}
