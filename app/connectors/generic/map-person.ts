import type { PersonRef } from "../canonical";
import { personOrNull, toAddress } from "../person";
import { type Reading, readRuleId, readRuleText } from "./read-rule";
import type { Target } from "./targets";

/** Whom a body names; null when nobody. */
export function mapPerson(reading: Reading): PersonRef | null {
  const { fields } = reading.mapping;
  const text = (target: Target) => readRuleText(reading, fields[target]);
  return personOrNull({
    platformId: readRuleId(reading, fields.customerId),
    email: text("email"),
    phone: text("phone"),
    name: text("name"),
    company: text("company"),
    address: toAddress({
      line1: text("line1"),
      line2: text("line2"),
      city: text("city"),
      state: text("state"),
      postcode: text("postcode"),
      country: text("country"),
    }),
  });
}
