import * as z from "zod";
import type { Address, PersonRef } from "../canonical";
import { joinName, toAddress } from "../person";
import { looseText } from "../tolerant-schemas";

/** `billing` and `shipping` of orders and customers; WooCommerce leaves parts as empty texts. */
export const wooContactSchema = z.object({
  first_name: looseText,
  last_name: looseText,
  company: looseText,
  address_1: looseText,
  address_2: looseText,
  city: looseText,
  state: looseText,
  postcode: looseText,
  country: looseText,
  email: looseText,
  phone: looseText,
});

export type WooContact = z.infer<typeof wooContactSchema>;

function contactName(contact: WooContact | null): string | null {
  return contact === null ? null : joinName(contact.first_name, contact.last_name);
}

export function contactAddress(contact: WooContact | null): Address | null {
  if (contact === null) return null;
  return toAddress({
    line1: contact.address_1,
    line2: contact.address_2,
    city: contact.city,
    state: contact.state,
    postcode: contact.postcode,
    country: contact.country,
  });
}

/** The person as the billing contact names them; `platformId` is null for guests. */
export function billingPerson(platformId: string | null, billing: WooContact | null): PersonRef {
  return {
    platformId,
    email: billing?.email ?? null,
    phone: billing?.phone ?? null,
    name: contactName(billing),
    company: billing?.company ?? null,
    address: contactAddress(billing),
  };
}
