import type { Address, PersonRef } from "../canonical";
import { joinName, toAddress } from "../person";
import type { Contact } from "./checkout-schema";

/** The buyer, completed by who the parcel goes to. */
export function personOf(
  customer: Contact | null,
  shipping: Contact | null,
  address: Address | null,
): PersonRef {
  const nameOf = (contact: Contact | null) => contact && joinName(contact.first_name, contact.last_name);
  return {
    platformId: null,
    email: customer?.email ?? shipping?.email ?? null,
    phone: customer?.phone ?? shipping?.phone ?? null,
    name: nameOf(customer) ?? nameOf(shipping),
    company: null,
    address,
  };
}

export function addressOf(contact: Contact): Address | null {
  const { address1: line1, address2: line2, city, state, zip: postcode } = contact;
  return toAddress({ line1, line2, city, state, postcode, country: null });
}
