import * as z from "zod";
import type { Anchor } from "./anchors";

const BREAKS = [
  /** A row that was there is gone. */
  "missing",
  /** A row is not what was written. */
  "changed",
  /** A row does not follow from the one before it. */
  "unlinked",
  /** Before or after of an act was changed. */
  "values_changed",
  /** A row is not the one that was noted outside of the database. */
  "not_as_anchored",
  /** The last rows are gone. */
  "cut",
  /** The end of the chain is noted wrongly. */
  "head_changed",
] as const;

export const verifiedPageSchema = z.object({
  checked: z.number().int(),
  /** Rows whose values were erased, which is allowed. */
  erased: z.number().int(),
  anchors: z.number().int(),
  last: z.number().int(),
  isEnd: z.boolean(),
  broken: z.object({ seq: z.number().int(), why: z.enum(BREAKS) }).nullable(),
});

/** What was found up to row `last`; `broken` is the first row that is not as it was written. */
export type Verification = z.output<typeof verifiedPageSchema>;

export type PageToVerify = { after: number; limit: number; anchors: readonly Anchor[] };

const PAGE_SIZE = 5000;

/**
 * Checks the rows after `after`, page by page, until the chain's end, its first
 * broken row or `maxPages`; the next call goes on after `last`.
 */
export async function verifyChain(
  readPage: (page: PageToVerify) => Promise<Verification>,
  { anchors, after, maxPages }: { anchors: readonly Anchor[]; after: number; maxPages: number },
): Promise<Verification> {
  let sum: Verification = { checked: 0, erased: 0, anchors: 0, last: after, isEnd: false, broken: null };
  for (let page = 0; page < maxPages && !sum.isEnd; page++) {
    const from = sum.last;
    const got = await readPage({
      after: from,
      limit: PAGE_SIZE,
      // The last page is told of those beyond it, which says that the tail was cut.
      anchors: anchorsFor(anchors, from),
    });
    sum = {
      ...got,
      checked: sum.checked + got.checked,
      erased: sum.erased + got.erased,
      anchors: sum.anchors + got.anchors,
    };
  }
  return sum;
}

/** Those of the page, and the farthest one. */
function anchorsFor(anchors: readonly Anchor[], from: number): Anchor[] {
  const farthest = anchors.reduce<Anchor | null>((far, one) => (far && far.seq >= one.seq ? far : one), null);
  return anchors.filter(
    (one) => one.seq > from && (one.seq <= from + PAGE_SIZE || one.seq === farthest?.seq),
  );
}
