import { sha256 } from "@oslojs/crypto/sha2";
import { encodeHexLowerCase } from "@oslojs/encoding";
import type { ParseResult } from "../connector";
import { asEvents, asUnmappable } from "../parse-result";
import { mapPerson } from "./map-person";
import type { Mapping } from "./mapping.schema";
import { readMappedTime } from "./read-mapped-time";
import { type Reading, readRuleId, readRuleText } from "./read-rule";

/** The customer that a body tells of, or why it tells of none. */
export function mapCustomer(reading: Reading): ParseResult {
  const { fields, reading: how } = reading.mapping;
  const externalId = customerIdOf(reading.body, reading.mapping);
  const person = mapPerson(reading);
  if (externalId === null || person === null) {
    return asUnmappable("email: expected an id, an email or a phone where the mapping points");
  }
  const time = (text: string | null) => (text === null ? null : readMappedTime(text, how));
  return asEvents({
    kind: "customer.state",
    sourceTime: time(readRuleText(reading, fields.updatedAt)),
    customer: {
      externalId,
      person: { ...person, platformId: externalId },
      createdAt: time(readRuleText(reading, fields.placedAt)),
      consents: [],
    },
  });
}

/** The sender's own id of a customer; where it has none, one that is the same for the same email or phone. */
export function customerIdOf(body: unknown, { fields }: Mapping): string | null {
  const id = readRuleId({ body }, fields.id) ?? readRuleId({ body }, fields.customerId);
  if (id !== null) return id;
  const contact = readRuleText({ body }, fields.email) ?? readRuleText({ body }, fields.phone);
  if (contact === null) return null;
  const digest = sha256(new TextEncoder().encode(contact.toLowerCase()));
  return `contact-${encodeHexLowerCase(digest).slice(0, 32)}`;
}
