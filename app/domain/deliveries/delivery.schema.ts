import * as z from "zod";
import type { Outcome } from "./outcomes";

/** A delivery as its inbox hands it on. `body` is null for duplicates. */
const receivedDeliverySchema = z.object({
  id: z.uuid(),
  /** Position in its inbox, from 1. */
  seq: z.number().int().positive(),
  receivedAt: z.iso.datetime(),
  topic: z.string(),
  subject: z.string().nullable(),
  dedupeKey: z.string(),
  sourceShop: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
  bodyBytes: z.number().int().nonnegative(),
  bodyHash: z.string(),
  /** Set when the inbox had seen its dedupe key before. */
  isDuplicate: z.boolean(),
  /** Set when it was signed but unreadable: `not_json`, `not_utf8`, `too_deep`. */
  unreadable: z.enum(["not_json", "not_utf8", "too_deep"]).nullable(),
});
export type ReceivedDelivery = z.infer<typeof receivedDeliverySchema>;

/** A queue message: bodies stay in the inbox, because a message holds 128 KB. */
export const handOnMessageSchema = z.object({
  kind: z.literal("hand_on"),
  orgId: z.uuid(),
  connectionId: z.uuid(),
  fromSeq: z.number().int().positive(),
  toSeq: z.number().int().positive(),
});
export type HandOnMessage = z.infer<typeof handOnMessageSchema>;

/** What open screens may have to read again: checkouts with the orders, subscriptions with their customers. */
export type ChangeKind = "orders" | "customers" | "products";

/** What became of a delivery. */
export type AppliedDelivery = {
  id: string;
  seq: number;
  outcome: Outcome;
  /** Stable snake_case code; null when applied. */
  reason: string | null;
  changed: ChangeKind[];
};

/** At most this many deliveries are applied in one transaction. */
export const BATCH_SIZE = 100;
