import * as z from "zod";
import type { CustomerState, PersonRef } from "../canonical";
import { joinName } from "../person";
import { looseFlag, looseId, looseObject, looseText, looseTime, requiredId } from "../tolerant-schemas";
import { addressName, shopifyAddressSchema, toPostalAddress } from "./address";
import { consentsOf, marketingConsentSchema } from "./consents";
import { preferGlobalId } from "./record-id";

/** Without the right to protected customer data, every field but the id may be absent, null or redacted. */
const customerFields = {
  email: looseText,
  phone: looseText,
  first_name: looseText,
  last_name: looseText,
  default_address: looseObject(shopifyAddressSchema),
  created_at: looseTime("Z"),
  updated_at: looseTime("Z"),
  email_marketing_consent: looseObject(marketingConsentSchema),
  sms_marketing_consent: looseObject(marketingConsentSchema),
  accepts_marketing: looseFlag,
  accepts_marketing_updated_at: looseTime("Z"),
  marketing_opt_in_level: looseText,
};

/** A customer as the subject of a delivery. */
export const shopifyCustomerSchema = z.preprocess(
  preferGlobalId,
  z.object({ id: requiredId, ...customerFields }),
);

/** A customer as an order carries one. */
export const orderCustomerSchema = z.preprocess(preferGlobalId, z.object({ id: looseId, ...customerFields }));

export type OrderCustomer = z.infer<typeof orderCustomerSchema>;

export function customerPerson(customer: OrderCustomer): PersonRef {
  const address = customer.default_address;
  return {
    platformId: customer.id,
    email: customer.email,
    phone: customer.phone ?? address?.phone ?? null,
    name: joinName(customer.first_name, customer.last_name) ?? addressName(address),
    company: address?.company ?? null,
    address: toPostalAddress(address),
  };
}

export function toCustomerState(customer: z.infer<typeof shopifyCustomerSchema>): CustomerState {
  return {
    externalId: customer.id,
    person: customerPerson(customer),
    createdAt: customer.created_at,
    consents: consentsOf(customer),
  };
}
