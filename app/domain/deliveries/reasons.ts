import { ATTENTION_REASONS, IGNORED_REASONS } from "~/connectors/parse-result";

/** Every reason that a delivery can end with; screens say what each means and what to do. */
export const REASONS = [
  ...IGNORED_REASONS,
  ...ATTENTION_REASONS,
  "seen_before",
  "older_state",
  "nothing_to_apply",
  "not_json",
  "not_utf8",
  "too_deep",
  "body_missing",
  "could_not_apply",
  "gave_up",
  "test_event",
] as const;

export type Reason = (typeof REASONS)[number];

/** Whether there are words for it: a reason may be younger than the screen that shows it. */
export function isReason(text: string | null): text is Reason {
  return REASONS.some((reason) => reason === text);
}
