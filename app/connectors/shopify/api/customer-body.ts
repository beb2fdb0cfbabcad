import type { AddressNode, CustomerNode } from "./nodes";

/** Ids as webhooks give them; the short one as text, because it may pass what numbers hold. */
export function idsOf(globalId: string) {
  return { id: globalId.split("/").at(-1) ?? "", admin_graphql_api_id: globalId };
}

/** A customer of GraphQL in the form of the `customers/*` webhooks. */
export function customerBody(customer: CustomerNode) {
  const { defaultEmailAddress: email, defaultPhoneNumber: phone } = customer;
  return {
    ...idsOf(customer.id),
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: email?.emailAddress ?? null,
    phone: phone?.phoneNumber ?? null,
    default_address: addressBody(customer.defaultAddress),
    email_marketing_consent: consentBody(email),
    sms_marketing_consent: consentBody(phone),
  };
}

type Marketing = {
  marketingState?: string | null | undefined;
  marketingOptInLevel?: string | null | undefined;
  marketingUpdatedAt?: string | null | undefined;
};

function consentBody(of: Marketing | null | undefined) {
  if (!of?.marketingState) return null;
  return {
    state: of.marketingState.toLowerCase(),
    opt_in_level: of.marketingOptInLevel?.toLowerCase() ?? null,
    consent_updated_at: of.marketingUpdatedAt ?? null,
  };
}

export function addressBody(address: AddressNode) {
  if (!address) return null;
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    province_code: address.provinceCode,
    zip: address.zip,
    country: address.country,
    country_code: address.countryCodeV2,
    phone: address.phone,
  };
}
