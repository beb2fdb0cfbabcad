import { inOrgTransaction } from "~/db/org-transaction";
import type { JobPort } from "~/domain/context";

/** Transactions that decide in between; each opens its own connection and closes it. */
export function jobPort(databaseUrl: string): JobPort {
  return { inOrg: (orgId, work) => inOrgTransaction(databaseUrl, orgId, work) };
}
