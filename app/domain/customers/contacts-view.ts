import type { Address } from "~/connectors/canonical";
import { maskEmail, maskPhone } from "~/lib/mask-contact";
import { isAllowed, type Role } from "../organizations/permissions";

/** How a role sees the ways to reach a customer. Applied before data leaves the server. */
export type ContactsView = {
  isMasked: boolean;
  email(email: string | null): string | null;
  phone(phone: string | null): string | null;
  address(address: Address | null): Address | null;
  /** What shops and members write freely, which may hold any of them. */
  words(text: string | null): string | null;
};

const OPEN: ContactsView = {
  isMasked: false,
  email: (email) => email,
  phone: (phone) => phone,
  address: (address) => address,
  words: (text) => text,
};

const MASKED: ContactsView = {
  isMasked: true,
  email: (email) => email && maskEmail(email),
  phone: (phone) => phone && maskPhone(phone),
  // Where customers live is a figure; at which door is a contact.
  address: (address) => address && { ...address, line1: null, line2: null, postcode: null },
  words: () => null,
};

/** Roles without `contacts.view` get masked contacts. */
export function contactsViewOf(role: Role): ContactsView {
  return isAllowed(role, "contacts.view") ? OPEN : MASKED;
}
