import { CONSENT_STATES } from "../customers/consent-words";
import type { Field } from "./filter-ops";

const consent = { type: "choice", options: CONSENT_STATES, isNullable: true } as const satisfies Field;

/** What customers can be filtered by, besides custom fields; in the order of the builder. */
export const CUSTOMER_FIELDS = {
  name: { type: "text", isNullable: true },
  email: { type: "text", isNullable: true, needsContacts: true },
  phone: { type: "text", isNullable: true, needsContacts: true },
  company: { type: "text", isNullable: true },
  city: { type: "text", isNullable: true },
  state: { type: "choice", isNullable: true },
  country: { type: "choice", isNullable: true },
  tags: { type: "tags", isNullable: true },
  orders: { type: "number" },
  spend: { type: "money" },
  firstOrder: { type: "date", isNullable: true },
  lastOrder: { type: "date", isNullable: true },
  created: { type: "date" },
  emailConsent: consent,
  whatsappConsent: consent,
  smsConsent: consent,
  shop: { type: "choice", isNullable: true },
  platform: { type: "choice" },
  product: { type: "choice" },
  hasEmail: { type: "boolean" },
  hasPhone: { type: "boolean" },
  cashOnDelivery: { type: "boolean" },
  hasAbandoned: { type: "boolean" },
  isSample: { type: "boolean" },
} as const satisfies Record<string, Field>;
