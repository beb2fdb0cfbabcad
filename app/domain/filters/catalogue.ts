import { CHECKOUT_FIELDS } from "./checkout-fields";
import { CUSTOMER_FIELDS } from "./customer-fields";
import type { Field } from "./filter-ops";
import type { Noun } from "./nouns";
import { ORDER_FIELDS } from "./order-fields";
import { PRODUCT_FIELDS } from "./product-fields";
import { SUBSCRIPTION_FIELDS } from "./subscription-fields";

const FIELDS: Record<Noun, Record<string, Field>> = {
  customers: CUSTOMER_FIELDS,
  orders: ORDER_FIELDS,
  products: PRODUCT_FIELDS,
  subscriptions: SUBSCRIPTION_FIELDS,
  checkouts: CHECKOUT_FIELDS,
};

/** How custom fields are compared. Text and links may hold contacts. */
const CUSTOM_TYPES: Record<string, Field> = {
  text: { type: "text", isNullable: true, needsContacts: true },
  url: { type: "text", isNullable: true, needsContacts: true },
  number: { type: "number", isNullable: true },
  money: { type: "money", isNullable: true },
  date: { type: "date", isNullable: true },
  yes_no: { type: "boolean", isNullable: true },
  choice: { type: "choice", isNullable: true },
  multi_choice: { type: "choice", isNullable: true, moreOps: ["allOf"] },
};

const CUSTOM = /^custom:([a-z_]{1,20}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * A custom field's name in filters. It carries the type, so that a filter can be
 * compiled without asking the database; a wrong type finds no values.
 */
export function customFieldName({ id, type }: { id: string; type: string }): string {
  return `custom:${type}:${id}`;
}

/** The custom field that a name in a filter means; null for the noun's own fields. */
export function readCustomField(name: string): { id: string; type: string } | null {
  const [, type, id] = CUSTOM.exec(name) ?? [];
  return type && id && Object.hasOwn(CUSTOM_TYPES, type) ? { id, type } : null;
}

/** The fields of a noun's own that the builder offers. */
export function fieldNamesOf(noun: Noun): string[] {
  return Object.keys(FIELDS[noun]);
}

/** Null for a name that the noun has no field of. */
export function findField(noun: Noun, name: string): Field | null {
  if (Object.hasOwn(FIELDS[noun], name)) return FIELDS[noun][name] ?? null;
  const custom = noun === "customers" ? readCustomField(name) : null;
  return custom ? (CUSTOM_TYPES[custom.type] ?? null) : null;
}
