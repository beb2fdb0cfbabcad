import type { Outcome } from "../outcomes";
import type { Rehearsal } from "./rehearse-replay.server";

/** What the delivery desk answers. `message` is a translation key with its values. */
export type DeskAnswer =
  | { kind: "rehearsed"; rehearsal: Rehearsal }
  | { kind: "replayed"; outcome: Outcome }
  | { kind: "queued" }
  | { kind: "refused"; message: string };
