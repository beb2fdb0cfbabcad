import type { SQL } from "drizzle-orm";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "~/domain/context";
import type { CustomerForm } from "~/domain/customers/customer-form.schema";
import { changedFacts, namesOf, valuesOf } from "~/domain/customers/facts-by-hand";
import type { IdentityKey } from "~/domain/customers/identity-key";
import { beginValues } from "~/domain/fields/begin-values";
import { listOpenFields } from "~/domain/fields/fields-queries.server";
import { findTakenValues, setFieldValues, takenValue } from "~/domain/fields/set-field-values.server";
import { uniqueKeyOf } from "~/domain/fields/stored-value";
import { AppError } from "~/lib/app-error";
import { settleCustomers } from "../settle-customers";
import {
  type ByHand,
  changePeople,
  claimIdentity,
  NO_SHOP,
  openPeople,
  writePeople,
} from "./people-by-hand.server";
import { contactKeys, findTaken, isTaken, type Taken } from "./taken-contact";

/** `custom` has what was typed into custom fields, by id; a form that asks for none leaves it out. */
type NewCustomer = CustomerForm & { custom?: Record<string, string> };

export type Created = { isCreated: true; customerId: string } | { isCreated: false; taken: Taken };

/**
 * Makes a customer by hand. A contact or unique value that is another customer's makes none, unless
 * the form says that the contact is shared; then it stays the other's to be known by. Shops that
 * tell of the same email or phone later find this customer. Custom fields begin with what was typed
 * or their defaults. What goes `along` is written in the same transaction, once the customer is there.
 * Throws `invalid` beside fields that are wrong, or required, asked for and empty.
 */
export async function createCustomer(
  ctx: OrgContext,
  form: NewCustomer,
  along: (customerId: string) => SQL[] = () => [],
): Promise<Created> {
  const { values, problems } = beginValues(await listOpenFields(ctx), form.custom ?? {});
  const wrong = Object.entries(form.custom ? problems : {}).map(
    ([id, message]) => [`custom.${id}`, message] as const,
  );
  if (wrong.length > 0) {
    throw new AppError("invalid", "errors:form.invalid", { fields: Object.fromEntries(wrong) });
  }
  return changePeople(ctx, async (by) => {
    const created = await createCustomerIn(by, { form, values });
    if (created.isCreated) for (const statement of along(created.customerId)) await by.tx.execute(statement);
    return created;
  });
}

type Beginning = { form: NewCustomer; values: ReturnType<typeof beginValues>["values"] };

async function createCustomerIn(by: ByHand, { form, values }: Beginning): Promise<Created> {
  const { tx, ctx } = by;
  const keys = contactKeys(form);
  const draft = await openPeople(by, { customerIds: [], identities: keys });
  const taken = (form.isShared ? null : findTaken(draft, keys, null)) ?? (await findTakenField(by, values));
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
  settleCustomers(draft, [id]);
  const names = namesOf(facts);
  await writePeople(by, draft, {
    action: "customer.created",
    subject: { kind: "customer", id },
    facts: { fields: names.join(", ") },
    after: valuesOf(facts, names),
  });
  if (values.length > 0) {
    const rows = values.map((one) => ({ ...one, customerId: id }));
    await tx.execute(setFieldValues(rows, { source: "person", actorId: ctx.actor.id, at }));
  }
  return { isCreated: true, customerId: id };
}

/** Who has one of the unique values already. */
async function findTakenField({ tx }: ByHand, values: Beginning["values"]): Promise<Taken | null> {
  const unique = values.flatMap(({ field, value }) => {
    const uniqueKey = field.isUnique ? uniqueKeyOf(value) : null;
    return uniqueKey === null ? [] : [{ fieldId: field.id, uniqueKey }];
  });
  if (unique.length === 0) return null;
  const [holder] = readRows(takenValue, await tx.execute(findTakenValues(unique)));
  return holder
    ? { field: "custom", fieldId: holder.fieldId, customerId: holder.customerId, isTrashed: holder.isTrashed }
    : null;
}
