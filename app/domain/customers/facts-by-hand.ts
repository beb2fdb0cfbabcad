import type { Address } from "~/connectors/canonical";
import type { Fact, Profile } from "~/db/schema/profile";
import { CORRECTABLE_FACTS, type CustomerForm, type FactName } from "./customer-form.schema";

/** Who sets a fact; `at` is ISO 8601 UTC. */
export type HandStamp = { at: string; hash: string; by: string };

const NO_ADDRESS: Address = {
  line1: null,
  line2: null,
  city: null,
  state: null,
  postcode: null,
  country: null,
};

/** The facts of a form that say something else than the profile shows now. */
export function changedFacts(shown: Profile, form: CustomerForm, stamp: HandStamp): Profile {
  const fact = <T>(value: T): Fact<T> => ({ value, ...stamp, source: "person" });
  const changed: Profile = {};
  if (form.name !== (shown.name?.value ?? "")) changed.name = fact(form.name);
  if (form.email !== (shown.email?.value ?? "")) changed.email = fact(form.email);
  if (form.phone !== (shown.phone?.value ?? "")) changed.phone = fact(form.phone);
  if (form.company !== (shown.company?.value ?? "")) changed.company = fact(form.company);
  const address = addressOf(form);
  const before = shown.address?.value ?? NO_ADDRESS;
  // The country that forms propose is no address by itself.
  const isProposal = !shown.address && isSameAddress(address, { ...NO_ADDRESS, country: "MY" });
  if (!isProposal && !isSameAddress(address, before)) changed.address = fact(address);
  return changed;
}

/** The form that says what the profile shows. */
export function formOfFacts(shown: Profile): CustomerForm {
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

/** The facts' names, for the audit log and for words. */
export function namesOf(facts: Profile): FactName[] {
  return CORRECTABLE_FACTS.filter((name) => facts[name] !== undefined);
}

/** The facts' values alone. */
export function valuesOf(facts: Profile, names: readonly FactName[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, facts[name]?.value ?? null]));
}

function addressOf(form: CustomerForm): Address {
  const { line1, line2, city, state, postcode, country } = form;
  return {
    line1: line1 || null,
    line2: line2 || null,
    city: city || null,
    state: state || null,
    postcode: postcode || null,
    country: country || null,
  };
}

function isSameAddress(a: Address, b: Address): boolean {
  return (
    a.line1 === b.line1 &&
    a.line2 === b.line2 &&
    a.city === b.city &&
    a.state === b.state &&
    a.postcode === b.postcode &&
    a.country === b.country
  );
}
