import { is, SQL, sql } from "drizzle-orm";
import type { Actor } from "../context";

/** One act of a person, key, job or shop. */
export type Act = {
  /** `noun.happened`: `connection.created`, `password.changed`. */
  action: string;
  subject: { kind: string; id: string | null };
  /** Counts, roles and names of fields; never personal data, never secrets. */
  facts?: Record<string, string | number | boolean | null>;
  /** What changed, as values or as SQL that gives jsonb; kept apart, so that it can be erased without breaking the chain. */
  before?: unknown;
  after?: unknown;
};

/** What `audit_append` needs besides the act. */
export type Acting = { actor: Actor; now: () => Date; newId: () => string };

/**
 * The statement that adds an act to the organization's audit chain. Put it into
 * the same transaction as the act itself.
 */
export function auditRow({ actor, now, newId }: Acting, act: Act): SQL {
  const json = (value: unknown) =>
    is(value, SQL) ? value : sql`${value === undefined ? null : JSON.stringify(value)}::jsonb`;
  return sql`select audit_append(${newId()}::uuid, ${now().toISOString()}::timestamptz, ${actor.kind},
    ${actorId(actor)}, ${act.action}, ${act.subject.kind}, ${act.subject.id},
    ${actor.kind === "user" ? actor.ip : null}, ${JSON.stringify(act.facts ?? {})}::jsonb,
    ${json(act.before)}, ${json(act.after)},
    ${actor.kind === "user" ? actor.sessionId : null}::uuid)`;
}

/** How an actor is named in the audit log. */
export function actorId(actor: Actor): string {
  if (actor.kind === "user") return actor.id;
  return actor.kind === "job" ? actor.name : actor.connectionId;
}
