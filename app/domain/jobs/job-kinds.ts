import { isAllowed, type Permission, type Role } from "../organizations/permissions";

/** What a member must still be allowed, at every step, for a job of theirs to go on. */
export const JOB_KINDS = {
  backfill: "connections.manage",
  bulk_change: "customers.bulk",
  bulk_trash: "records.trash",
  bulk_undo: "customers.bulk",
  delivery_replay: "deliveries.replay",
  full_export: "data.export",
  gap_fetch: "connections.manage",
  list_export: "records.export",
  import_rehearsal: "imports.run",
  import_run: "imports.run",
  import_undo: "imports.run",
} as const satisfies Record<string, Permission>;

export type JobKind = keyof typeof JOB_KINDS;

/** Whether this program knows the kind: a job may be younger than the worker that picks it up. */
export function isJobKind(text: string): text is JobKind {
  return Object.hasOwn(JOB_KINDS, text);
}

/** The kinds that a role may ask for, and stop. */
export function kindsFor(role: Role): JobKind[] {
  return Object.keys(JOB_KINDS)
    .filter(isJobKind)
    .filter((kind) => isAllowed(role, JOB_KINDS[kind]));
}

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

export const isOver = (state: JobState) => state !== "queued" && state !== "running";
