import { sql } from "drizzle-orm";
import { PERMISSIONS } from "../organizations/permissions";
import type { SearchTerms } from "./search-terms";

/** `search_customers` as a table `found (customer_id, rank)`; whoever entered decides what is searched. */
export function foundCustomers(terms: SearchTerms, limit: number) {
  const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
  return sql`search_customers(${texts(terms.patterns)}, ${texts(terms.starts)}, ${texts(terms.contacts)},
    ${texts(terms.numbers)}, ${texts(PERMISSIONS["contacts.view"])}, ${limit}) as found`;
}
