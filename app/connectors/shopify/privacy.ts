import * as z from "zod";
import type { PersonRef } from "../canonical";
import type { ParseResult } from "../connector";
import { asEvents, asUnmappable, describeIssues } from "../parse-result";
import { readId } from "../read";
import { looseId, looseObject, looseText } from "../tolerant-schemas";

const ids = z
  .unknown()
  .optional()
  .transform((value) => (Array.isArray(value) ? value.flatMap((entry) => readId(entry) ?? []) : []));

/**
 * The three compliance requests name their shop inside the signed body. Erasing is
 * final, so a body that does not look like a request is never taken for one.
 */
const requestSchema = z.object({
  shop_domain: z.string("expected a shop domain").min(1, "expected a shop domain"),
  customer: looseObject(z.object({ id: looseId, email: looseText, phone: looseText })),
  orders_requested: ids,
  orders_to_redact: ids,
});

export function readDataRequest(body: unknown): ParseResult {
  return readRequest(body, ({ person, orders_requested: orderExternalIds }) =>
    asEvents({ kind: "privacy.data_requested", sourceTime: null, person, orderExternalIds }),
  );
}

export function readCustomerRedact(body: unknown): ParseResult {
  return readRequest(body, ({ person, orders_to_redact: orderExternalIds }) =>
    asEvents({ kind: "privacy.customer_erased", sourceTime: null, person, orderExternalIds }),
  );
}

export function readShopRedact(body: unknown): ParseResult {
  const result = requestSchema.safeParse(body);
  if (!result.success) return asUnmappable(describeIssues(result.error));
  return asEvents({ kind: "privacy.shop_erased", sourceTime: null });
}

type Request = z.infer<typeof requestSchema> & { person: PersonRef };

function readRequest(body: unknown, toResult: (request: Request) => ParseResult): ParseResult {
  const result = requestSchema.safeParse(body);
  if (!result.success) return asUnmappable(describeIssues(result.error));
  const { customer } = result.data;
  const isAboutSomeone = customer !== null && (customer.id ?? customer.email ?? customer.phone) !== null;
  if (!isAboutSomeone) return asUnmappable("customer: expected an id, an email or a phone");
  const { id: platformId, email, phone } = customer;
  const person = { platformId, email, phone, name: null, company: null, address: null };
  return toResult({ ...result.data, person });
}
