import type { Profile } from "~/db/schema/profile";
import type { OrgContext } from "~/domain/context";
import type { CustomerForm, FactName } from "~/domain/customers/customer-form.schema";
import { changedFacts, formOfFacts, namesOf, valuesOf } from "~/domain/customers/facts-by-hand";
import { compareSeniority } from "~/domain/customers/identity-graph";
import { type IdentityKey, keyText } from "~/domain/customers/identity-key";
import { personFacts } from "~/domain/customers/profile-facts";
import { projectCustomer } from "~/domain/customers/project-customer";
import { requireRecordId } from "~/domain/record-id";
import { AppError } from "~/lib/app-error";
import type { BatchDraft, DraftCustomer } from "../batch-draft";
import { settleCustomers } from "../settle-customers";
import { type ByHand, changePeople, claimIdentity, openPeople, writePeople } from "./people-by-hand.server";
import { contactKeys, findTaken, isTaken, type TakenContact } from "./taken-contact";

export type Corrected =
  | { isCorrected: true; fields: FactName[] }
  | { isCorrected: false; taken: TakenContact };

/** The facts to change; those that are left out stay as the customer shows them. */
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
  return changePeople(ctx, (by) => correctIn(by, correction));
}

async function correctIn(by: ByHand, correction: Correction): Promise<Corrected> {
  const { draft, customer, shown, facts, keys } = await openCorrection(by, correction);
  const { id } = customer;
  const fields = namesOf(facts);
  if (fields.length === 0) return { isCorrected: true, fields };
  const taken = correction.form.isShared ? null : findTaken(draft, keys, id);
  if (taken) return { isCorrected: false, taken };
  const at = by.ctx.now().toISOString();
  draft.customers.set(id, { ...customer, profile: { ...customer.profile, ...facts }, isChanged: true });
  for (const key of keys) if (!isTaken(draft, key, id)) claimIdentity(draft, id, key, at);
  settleCustomers(draft, [id]);
  await writePeople(by, draft, {
    action: "customer.corrected",
    subject: { kind: "customer", id },
    facts: { fields: fields.join(", ") },
    before: valuesOf(shown, fields),
    after: valuesOf(facts, fields),
  });
  return { isCorrected: true, fields };
}

type Opened = {
  draft: BatchDraft;
  customer: DraftCustomer;
  shown: Profile;
  /** What the form changes. */
  facts: Profile;
  /** The identities that changed contacts make. */
  keys: IdentityKey[];
};

/**
 * Reads the customer together with whoever has the contacts that are typed. How a phone is read
 * depends on the customer's country, which is known afterwards: seldom that asks a second time.
 */
async function openCorrection(by: ByHand, { customerId: id, form }: Correction): Promise<Opened> {
  const { email = "", phone = "", country = "" } = form;
  let asked = contactKeys({ email, phone, country });
  for (;;) {
    const draft = await openPeople(by, { customerIds: [id], identities: asked });
    const customer = draft.customers.get(id);
    if (!customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
    const shown = shownFacts(draft, customer);
    const whole = { ...formOfFacts(shown), ...form };
    const { ctx } = by;
    const stamp = { at: ctx.now().toISOString(), hash: ctx.newId(), by: ctx.actor.id };
    const facts = changedFacts(shown, whole, stamp);
    const contacts = { email: facts.email?.value ?? "", phone: facts.phone?.value ?? "" };
    const keys = contactKeys({ ...contacts, country: whole.country });
    const known = new Set(asked.map(keyText));
    if (keys.every((key) => known.has(keyText(key)))) return { draft, customer, shown, facts, keys };
    asked = keys;
  }
}

/** The facts that lists and pages show: a contact that nobody told as a fact is known as an identity all the same. */
function shownFacts(draft: BatchDraft, { id, profile }: DraftCustomer): Profile {
  const own = [...draft.identities.values()].filter(({ customerId }) => customerId === id);
  const { email, phone } = projectCustomer(own.sort(compareSeniority), personFacts(profile));
  const stamp = { at: "", hash: "", source: "shop" } as const;
  return {
    ...profile,
    ...(!profile.email && email ? { email: { value: email, ...stamp } } : {}),
    ...(!profile.phone && phone ? { phone: { value: phone, ...stamp } } : {}),
  };
}
