import { type SQL, sql } from "drizzle-orm";
import type { SecurityKind } from "./security-kinds";

/** A sign of fraud or abuse. */
export type SecurityEvent = {
  kind: SecurityKind;
  /** Whose account it is about; null when there is none. */
  userId: string | null;
  /** Left out: the transaction's organization, or else every organization of the user. */
  orgId?: string;
  /** What makes it the same sign again within the hour, then only counted: an address, a permission. */
  key?: string;
  visit: SignVisit;
  /** Plain facts without personal data. */
  facts?: Record<string, string | number | boolean | null>;
};

/** Where it came from, as far as that is known. */
type SignVisit = {
  ip: string | null;
  userAgent?: string | null;
  city?: string | null;
  country?: string | null;
};

/**
 * The statement that keeps a sign. In an organization's batch it belongs to that
 * organization; alone, to every organization of the user, or to nobody's.
 */
export function securityEvent(
  { now, newId }: { now: () => Date; newId: () => string },
  event: SecurityEvent,
): SQL {
  return sql`select record_security_event(${newId()}::uuid, ${now().toISOString()}::timestamptz, ${event.kind},
    ${event.userId}::uuid, ${event.orgId ?? null}::uuid, ${event.key ?? null}, ${JSON.stringify(event.visit)}::jsonb,
    ${JSON.stringify(event.facts ?? {})}::jsonb)`;
}
