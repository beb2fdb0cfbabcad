import * as z from "zod";
import { readAs } from "../../api/read-json";
import type { Period, Place, ReadPage, RecordKind } from "../../api/shop-reader";
import { readRecords, type WooAsk, type WooRecord } from "./client";
import { BRIEF_FIELDS, LISTS, toRead } from "./records";
import { readVariations } from "./variations";

export const PAGE = 100;

/** `parents`: products whose variations come before the next page. */
const placeSchema = z.object({
  offset: z.number().int().nonnegative(),
  lastId: z.number().int().nonnegative(),
  parents: z.array(z.string()),
  parentPage: z.number().int().positive(),
});
type WooPlace = z.output<typeof placeSchema>;

const BEGIN: WooPlace = { offset: 0, lastId: 0, parents: [], parentPage: 1 };

/**
 * The next page by rising id. What is deleted meanwhile moves the rest forward; then a page begins behind
 * where the last one ended, and reading steps back until it meets what it has read.
 */
export async function readAll(
  ask: WooAsk,
  kind: RecordKind,
  from: { place: Place | null; period: Period; isBrief?: boolean },
): Promise<ReadPage> {
  const place = from.place === null ? BEGIN : readAs(placeSchema, from.place);
  if (place.parents.length > 0) return readVariations(ask, place);
  // One more at the front, to see that nothing moved.
  const offset = Math.max(0, place.offset - 1);
  const answer = await ask(LISTS[kind], {
    ...(kind === "order" ? periodOf(from.period) : {}),
    ...(from.isBrief ? { _fields: BRIEF_FIELDS } : {}),
    orderby: "id",
    order: "asc",
    per_page: String(PAGE),
    offset: String(offset),
  });
  if (answer === null) return { records: [], next: null, total: 0 };
  const page = readRecords(answer);
  const { total } = answer;
  const [first] = page;
  const hasMoved = offset > 0 && (first === undefined || first.id > place.lastId);
  if (hasMoved) return { records: [], next: { ...place, offset: Math.max(0, offset - PAGE + 1) }, total };
  const fresh = page.filter(({ id }) => id > place.lastId);
  const records = fresh.map((record) => toRead(kind, record));
  return { records, next: nextPlace(kind, { place, offset, page, fresh }), total };
}

/** How many there are; variations of products are left out. */
export async function countAll(ask: WooAsk, kind: RecordKind, period: Period): Promise<number | null> {
  const params = kind === "order" ? periodOf(period) : {};
  const answer = await ask(LISTS[kind], { ...params, per_page: "1", _fields: "id" });
  return answer === null ? 0 : answer.total;
}

function periodOf({ since, until }: Period): Record<string, string> {
  if (since === null && until === null) return {};
  // `after` leaves its own second out.
  const after = since && new Date(Date.parse(since) - 1000).toISOString().slice(0, 19);
  return {
    dates_are_gmt: "true",
    ...(after ? { after } : {}),
    ...(until ? { before: new Date(until).toISOString().slice(0, 19) } : {}),
  };
}

type Read = { place: WooPlace; offset: number; page: readonly WooRecord[]; fresh: readonly WooRecord[] };

function nextPlace(kind: RecordKind, { place, offset, page, fresh }: Read): Place | null {
  const isLast = page.length < PAGE;
  const parents = kind === "product" ? fresh.filter(hasVariations).map(({ id }) => String(id)) : [];
  if (isLast && parents.length === 0) return null;
  const lastId = fresh.at(-1)?.id ?? place.lastId;
  return { offset: offset + page.length, lastId, parents, parentPage: 1 };
}

function hasVariations({ type }: WooRecord): boolean {
  return type === "variable" || type === "variable-subscription";
}
