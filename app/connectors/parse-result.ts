import type { ZodError } from "zod";
import type { CanonicalEvent } from "./canonical";
import type { ParseResult } from "./connector";

const LONGEST_DETAIL = 500;

/** Every reason a connector gives; screens have words for each. */
export const IGNORED_REASONS = [
  "topic_not_used",
  "state_follows_in_update",
  "no_money_refunded",
  "consent_not_disclosed",
  "test_without_record",
] as const;

export const ATTENTION_REASONS = [
  "unknown_topic",
  "unmappable_body",
  "needs_mapping",
  "unknown_status",
  "webhook_user_lost_rights",
  "shop_sent_error",
] as const;

type IgnoredReason = (typeof IGNORED_REASONS)[number];
type AttentionReason = (typeof ATTENTION_REASONS)[number];

export function asEvents(...events: CanonicalEvent[]): ParseResult {
  return { outcome: "events", events };
}

export function asIgnored(reason: IgnoredReason): ParseResult {
  return { outcome: "ignored", reason };
}

export function asNeedsAttention(reason: AttentionReason, detail: string): ParseResult {
  return { outcome: "needs_attention", reason, detail: detail.slice(0, LONGEST_DETAIL) };
}

/** The body does not have what its topic promises. `detail` names fields and what was expected of them. */
export function asUnmappable(detail: string): ParseResult {
  return asNeedsAttention("unmappable_body", detail);
}

/** Names each field that failed and what was expected; never what was there. */
export function describeIssues(error: ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`).join("; ");
}
