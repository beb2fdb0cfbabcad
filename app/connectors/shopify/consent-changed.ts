import * as z from "zod";
import type { ConsentChannel } from "../canonical";
import type { ParseResult } from "../connector";
import { asEvents, asIgnored, asUnmappable } from "../parse-result";
import { looseId, looseObject, looseText } from "../tolerant-schemas";
import { marketingConsentSchema, toFact } from "./consents";

/** The two consent topics differ in names by API version; both spellings are read. */
const consentChangeSchema = z.object({
  customer_id: looseId,
  id: looseId,
  email_address: looseText,
  email: looseText,
  phone_number: looseText,
  phone: looseText,
  email_marketing_consent: looseObject(marketingConsentSchema),
  sms_marketing_consent: looseObject(marketingConsentSchema),
});

export function readConsentChange(body: unknown, channel: ConsentChannel & ("email" | "sms")): ParseResult {
  const { data: change } = consentChangeSchema.safeParse(body);
  const field = `${channel}_marketing_consent` as const;
  const consent = change?.[field] ?? null;
  const consents = toFact(channel, consent);
  if (!change || consents === null) return asUnmappable(`${field}: expected an object`);
  const person = {
    platformId: change.customer_id ?? change.id,
    email: change.email_address ?? change.email,
    phone: change.phone_number ?? change.phone,
    name: null,
    company: null,
    address: null,
  };
  if ((person.platformId ?? person.email ?? person.phone) === null) {
    return asUnmappable("customer_id: expected an id, an email or a phone");
  }
  if (consents.length === 0) return asIgnored("consent_not_disclosed");
  return asEvents({
    kind: "consent.changed",
    sourceTime: consent?.consent_updated_at ?? null,
    person,
    consents,
  });
}
