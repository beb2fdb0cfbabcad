import { sql } from "drizzle-orm";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";
import { type IngressState, ingressStateSchema } from "./ingress-state";

/** How deliveries fared in this hour and the one before; nothing in it is of one organization. Throws without a database. */
export function getIngressState(db: HttpDatabase, now: Date): Promise<IngressState> {
  return callFunction(db, sql`ingress_state(${now.toISOString()}::timestamptz)`, ingressStateSchema);
}
