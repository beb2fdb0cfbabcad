import * as z from "zod";
import { RECORD_KINDS, type RecordKind } from "~/connectors/api/shop-reader";
import { placeSchema } from "./place.schema";

const perKind = z.partialRecord(z.enum(RECORD_KINDS), z.number());

/** Where a backfill is: what its job keeps between two steps. */
export const progressSchema = z.object({
  /** The kind that is being read; null when all are. */
  kind: z.enum(RECORD_KINDS).nullable(),
  place: placeSchema.nullable(),
  read: perKind,
  totals: perKind,
  unread: z.number(),
  /** Times in a row that the shop was not ready. */
  waits: z.number(),
});
export type BackfillProgress = z.output<typeof progressSchema>;

/** Before the first page; what the shop does not count is no total. */
export function beginProgress(
  kinds: readonly RecordKind[],
  totals: Partial<Record<RecordKind, number>>,
): BackfillProgress {
  return { kind: kinds[0] ?? null, place: null, read: {}, totals, unread: 0, waits: 0 };
}

/** How much is done, and of how much: null where the shop does not say it of every kind. */
export function countsOf(progress: BackfillProgress, kinds: readonly RecordKind[]) {
  const done = kinds.reduce((sum, kind) => sum + (progress.read[kind] ?? 0), 0);
  const totals = kinds.map((kind) => {
    const [read, total] = [progress.read[kind] ?? 0, progress.totals[kind]];
    return total === undefined ? null : Math.max(read, total);
  });
  const isKnown = totals.every((total) => total !== null);
  const total = isKnown ? totals.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null;
  return { done, total, failed: progress.unread };
}
