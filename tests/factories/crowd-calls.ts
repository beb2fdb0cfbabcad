import type { Call } from "./crowd-changes";
import { idOf } from "./crowd-rows";

/** A call outside of any organization. */
export const call = (sql: string, ...values: unknown[]): Call => ({ sql: `select ${sql}`, values });

/** What an Admin of alpha does: `$1` is who acts, as functions about members want it. */
export const inAlpha = (sql: string, ...values: unknown[]) => asAdmin("alpha", "ann", sql, values);

/** What the Admin of omega does. */
export const inOmega = (sql: string, ...values: unknown[]) => asAdmin("omega", "zoe", sql, values);

/** What the owner of an organization does that is closed. */
export const inGone = (sql: string, ...values: unknown[]) => asAdmin("gone", "zoe", sql, values);

function asAdmin(organization: string, name: string, sql: string, values: unknown[]): Call {
  const acting = JSON.stringify({
    userId: idOf(name),
    at: "now",
    id: idOf("act"),
    ip: null,
    sessionId: null,
  });
  return { ...call(sql, acting, ...values), org: idOf(organization), role: "admin" };
}

/** What a new session tells of itself. */
export const VISIT = JSON.stringify({ ip: "new ip", device: "new device" });

/** SQL of what stands for ann's password in a signed step. */
export const FINGERPRINT = "encode(sha256(convert_to('ann''s hash', 'UTF8')), 'hex')";
