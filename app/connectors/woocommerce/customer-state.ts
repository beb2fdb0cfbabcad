import * as z from "zod";
import type { CustomerState } from "../canonical";
import { joinName } from "../person";
import { looseObject, looseText, requiredId } from "../tolerant-schemas";
import { billingPerson, wooContactSchema } from "./contact";
import { gmtTime, siteTime } from "./times";

export const wooCustomerSchema = z.object({
  id: requiredId,
  email: looseText,
  first_name: looseText,
  last_name: looseText,
  billing: looseObject(wooContactSchema),
  date_created_gmt: gmtTime,
  date_created: siteTime,
  date_modified_gmt: gmtTime,
  date_modified: siteTime,
});

/** The account's own email and name come before those of its billing contact. */
export function toCustomerState(customer: z.infer<typeof wooCustomerSchema>): CustomerState {
  const billing = billingPerson(customer.id, customer.billing);
  return {
    externalId: customer.id,
    person: {
      ...billing,
      email: customer.email ?? billing.email,
      name: joinName(customer.first_name, customer.last_name) ?? billing.name,
    },
    createdAt: customer.date_created_gmt ?? customer.date_created,
    consents: [],
  };
}
