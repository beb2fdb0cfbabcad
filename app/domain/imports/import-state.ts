import type { JobState } from "../jobs/job-kinds";

/** Where an import is, as its row says. */
export const STORED_STATES = [
  "uploading",
  "matching",
  "rehearsing",
  "rehearsed",
  "running",
  "done",
  "undoing",
  "undone",
] as const;
export type StoredState = (typeof STORED_STATES)[number];

/** Where an import is for people: its job may have been stopped or have failed meanwhile. */
export type ImportState = StoredState | "cancelled" | "failed" | "undo_stopped";

/** `job` is the state of the job that works on it, or did so last. */
export function importStateOf(stored: StoredState, job: JobState | null): ImportState {
  if (job !== "failed" && job !== "cancelled") return stored;
  if (stored === "rehearsing") return "matching";
  if (stored === "running") return job;
  return stored === "undoing" ? "undo_stopped" : stored;
}

/** From which states each kind of work may begin. What was stopped goes on where it was. */
export const BEGINS_FROM = {
  import_rehearsal: ["matching", "rehearsed"],
  import_run: ["rehearsed", "cancelled", "failed"],
  import_undo: ["done", "cancelled", "failed", "undo_stopped"],
} as const satisfies Record<string, readonly ImportState[]>;

export type ImportJobKind = keyof typeof BEGINS_FROM;

/** What an import is in while a job of the kind works on it. */
export const WORKING_STATE = {
  import_rehearsal: "rehearsing",
  import_run: "running",
  import_undo: "undoing",
} as const satisfies Record<ImportJobKind, StoredState>;

/** Whether a job is at work on the import, so that its page changes by itself. */
export function isWorking(state: ImportState): state is "rehearsing" | "running" | "undoing" {
  return state === "rehearsing" || state === "running" || state === "undoing";
}
