import { sql } from "drizzle-orm";
import { auditRow } from "../../audit/audit-row";
import type { CredentialsDoor } from "./credentials-door";

/** That a connection's credentials were used, and worked. */
export async function markCredentialsUsed(door: CredentialsDoor, connectionId: string): Promise<void> {
  await door.write([
    sql`
      update connection_credentials
      set last_used_at = ${door.now().toISOString()}::timestamptz, broken_at = null, broken_reason = null
      where connection_id = ${connectionId}::uuid`,
  ]);
}

/**
 * That the shop refuses a connection's credentials; `reason` is the text key that
 * says why. Written down once, with the time of the first refusal.
 */
export async function markCredentialsBroken(
  door: CredentialsDoor,
  connectionId: string,
  reason: string,
): Promise<void> {
  const acting = { actor: { kind: "shop", connectionId } as const, now: door.now, newId: door.newId };
  const act = auditRow(acting, {
    action: "connection.keys_broken",
    subject: { kind: "connection", id: connectionId },
    facts: { reason },
  });
  await door.write([
    sql`
      with broken as (
        update connection_credentials
        set broken_at = ${door.now().toISOString()}::timestamptz, broken_reason = ${reason}
        where connection_id = ${connectionId}::uuid and broken_at is null
        returning connection_id
      )
      ${act} from broken`,
  ]);
}
