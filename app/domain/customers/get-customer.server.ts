import { and, desc, eq, sql } from "drizzle-orm";
import type { Address } from "~/connectors/canonical";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { consents, customerSpend, customers, identities } from "~/db/schema/customers";
import type { Profile } from "~/db/schema/profile";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { CONSENT_CHANNELS, CONSENT_SOURCES, CONSENT_STATES } from "./consent-words";
import { type ContactsView, contactsViewOf } from "./contacts-view";
import { showContacts } from "./customer-columns.server";
import { namesOf } from "./facts-by-hand";
import { IDENTITY_KINDS } from "./identity-key";
import { mergeProfiles, personFacts } from "./profile-facts";

/**
 * A customer's facts: contacts as the role may see them, spend per currency, the
 * identities it is known by and the latest consent per channel. One in the trash is
 * there too. Throws `not_found`.
 */
export async function getCustomer(ctx: OrgContext, { customerId }: { customerId: string }) {
  requireRecordId(customerId);
  const [entry, [customer], spend, known, decided] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectCustomer(ctx, customerId)),
    ctx.db.read(selectSpend(ctx, customerId)),
    ctx.db.read(selectIdentities(ctx, customerId)),
    ctx.db.read(selectConsents(ctx, customerId)),
  ]);
  if (!customer) throw new AppError("not_found", "errors:notFound");
  const view = contactsViewOf(entry.role);
  const { profile, ...facts } = showContacts(customer, view);
  return {
    ...facts,
    phoneRaw: view.isMasked ? null : customer.phoneRaw,
    address: view.address(profile.address?.value ?? null),
    areContactsMasked: view.isMasked,
    spend,
    identities: known.map(({ profile: _told, ...identity }) => showIdentity(identity, view)),
    // What shops say may be a contact.
    byHand: view.isMasked ? [] : factsByHand(profile, known),
    consents: decided.map((one) => (view.isMasked ? { ...one, wording: null, place: null } : one)),
  };
}

export type CustomerView = Awaited<ReturnType<typeof getCustomer>>;

/** The facts that a person set, with what shops say instead. */
function factsByHand(shown: Profile, known: readonly { profile: Profile }[]) {
  const told = mergeProfiles(known.map(({ profile }) => profile));
  return namesOf(personFacts(shown)).map((field) => ({
    field,
    told: field === "address" ? addressLine(told.address?.value) : (told[field]?.value ?? null),
  }));
}

function addressLine(address: Address | undefined): string | null {
  if (!address) return null;
  const { line1, line2, postcode, city, state } = address;
  return [line1, line2, postcode, city, state].filter(Boolean).join(", ") || null;
}

function selectCustomer({ db }: OrgContext, id: string) {
  return db.orm
    .select({
      id: customers.id,
      name: customers.name,
      email: customers.email,
      phone: customers.phone,
      phoneRaw: customers.phoneRaw,
      company: customers.company,
      profile: customers.profile,
      ordersCount: customers.ordersCount,
      firstOrderAt: customers.firstOrderAt,
      lastOrderAt: customers.lastOrderAt,
      mergedInto: customers.mergedInto,
      isSample: customers.isSample,
      createdAt: customers.createdAt,
      deletedAt: customers.deletedAt,
    })
    .from(customers)
    .where(eq(customers.id, id));
}

function selectSpend({ db }: OrgContext, id: string) {
  return db.orm
    .select({
      currency: customerSpend.currency,
      ordersCount: customerSpend.ordersCount,
      grossMinor: customerSpend.grossMinor,
      refundedMinor: customerSpend.refundedMinor,
      netMinor: customerSpend.netMinor,
    })
    .from(customerSpend)
    .where(eq(customerSpend.customerId, id))
    .orderBy(desc(customerSpend.ordersCount), customerSpend.currency);
}

function selectIdentities({ db }: OrgContext, id: string) {
  return db.orm
    .select({
      id: identities.id,
      kind: checkedText(identities.kind, IDENTITY_KINDS),
      value: identities.value,
      isHub: identities.isHub,
      profile: identities.profile,
      shopName: shops.name,
      platform: shops.platform,
    })
    .from(identities)
    .leftJoin(shops, and(eq(shops.orgId, identities.orgId), sql`${shops.id}::text = ${identities.namespace}`))
    .where(eq(identities.customerId, id))
    .orderBy(identities.firstSeenAt, identities.id)
    .limit(50);
}

/** The latest decision per channel, under whichever of the customer's addresses it was made. */
function selectConsents({ db }: OrgContext, id: string) {
  return db.orm
    .selectDistinctOn([consents.channel, consents.purpose], {
      channel: checkedText(consents.channel, CONSENT_CHANNELS),
      state: checkedText(consents.state, CONSENT_STATES),
      source: checkedText(consents.source, CONSENT_SOURCES),
      decidedAt: consents.decidedAt,
      wording: consents.wording,
      place: consents.place,
      actor: sql<
        string | null
      >`(select p.name from organization_people() p where p.user_id = ${consents.actorId})`,
    })
    .from(consents)
    .innerJoin(identities, and(eq(identities.orgId, consents.orgId), eq(identities.id, consents.identityId)))
    .where(eq(identities.customerId, id))
    .orderBy(consents.channel, consents.purpose, desc(consents.decidedAt), desc(consents.recordedAt));
}

function showIdentity<T extends { kind: string; value: string }>(identity: T, view: ContactsView): T {
  if (identity.kind === "email") return { ...identity, value: view.email(identity.value) ?? "" };
  if (identity.kind === "phone") return { ...identity, value: view.phone(identity.value) ?? "" };
  return identity;
}
