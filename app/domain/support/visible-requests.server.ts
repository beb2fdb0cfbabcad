import { type SQL, sql } from "drizzle-orm";
import type { OrgContext } from "../context";

/** The organization's requests for its Admins, the own ones for everybody else; the database knows the role. */
export function visibleRequests({ actor }: Pick<OrgContext, "actor">): SQL {
  return sql`(support_requests.user_id = ${actor.id}::uuid or current_setting('app.role', true) = 'admin')`;
}
