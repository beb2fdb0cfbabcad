import * as z from "zod";
import { readAs } from "../../api/read-json";
import type { ShopApi } from "../../api/shop-fetch";
import type { ChangedPage, Period, Place, ReadPage, ReadRecord, ShopReader } from "../../api/shop-reader";
import { MALAYSIA_OFFSET } from "../../malaysia-time";
import { readNumber, readTime } from "../../read";
import { type OnPayAsk, type OnPayKeys, type OnPaySale, onpayClient } from "./client";

const PAGE = 100;
/** Sales that were asked for again are one page. */
const MOST_WATCHED = 50;

const placeSchema = z.object({
  page: z.number().int().positive(),
  lastId: z.number().nullable(),
  count: z.number().nullable(),
});
const markSchema = z.object({ newestId: z.number(), page: z.number().int().positive(), reached: z.number() });

/** Reads an OnPay account. It has sales alone, newest first: there is no filter by date. */
export function onpayReader(api: ShopApi, keys: OnPayKeys): ShopReader {
  const ask = onpayClient(api, keys);
  return {
    kinds: ["order"],
    // Without a filter by date, a period has no count.
    count: async (kind, { since, until }) => {
      if (kind !== "order") return 0;
      return since === null && until === null ? (await ask({ per_page: "1" })).total : null;
    },
    readAll: (kind, from) => (kind === "order" ? readAll(ask, from) : nothing()),
    async readOrders(externalIds) {
      const { sales } = await ask({ ids: externalIds.join(","), per_page: String(PAGE) });
      return sales.map(toRead);
    },
    polledKinds: ["order"],
    readChanged: (_kind, from) => readChanged(ask, from),
  };
}

const nothing = async (): Promise<ReadPage> => ({ records: [], next: null, total: 0 });

function list(ask: OnPayAsk, page: number) {
  return ask({ page: String(page), per_page: String(PAGE), sort_column: "id", sort_dir: "desc" });
}

/** By falling id: new sales move the rest backward, to be met twice; where some were deleted, the page before is read again. */
async function readAll(ask: OnPayAsk, from: { place: Place | null; period: Period }): Promise<ReadPage> {
  const place = from.place ? readAs(placeSchema, from.place) : { page: 1, lastId: null, count: null };
  const { sales, total } = await list(ask, place.page);
  const hasShrunk = place.count !== null && total !== null && total < place.count && place.page > 1;
  if (hasShrunk) return { records: [], next: { ...place, page: place.page - 1, count: total }, total };
  const fresh = sales.filter((sale) => place.lastId === null || numberOf(sale) < place.lastId);
  const records = fresh.filter((sale) => isWithin(sale, from.period)).map(toRead);
  const isBefore = fresh.some((sale) => isOlder(sale, from.period));
  if (sales.length < PAGE || isBefore) return { records, next: null, total };
  const last = fresh.at(-1);
  const lastId = last ? numberOf(last) : place.lastId;
  return { records, next: { page: place.page + 1, lastId, count: total }, total };
}

/** New sales until the newest that is known, and then those that are watched: OnPay never tells of a change by itself twice. */
async function readChanged(
  ask: OnPayAsk,
  from: { mark: Place | null; since: string; watched: readonly string[] },
): Promise<ChangedPage> {
  const mark = from.mark ? readAs(markSchema, from.mark) : { newestId: 0, page: 1, reached: 0 };
  const { sales } = await list(ask, mark.page);
  const fresh = sales.filter((sale) => numberOf(sale) > mark.newestId && !isOlder(sale, from));
  const reached = Math.max(mark.reached, ...fresh.map(numberOf));
  if (fresh.length === PAGE)
    return { records: fresh.map(toRead), mark: { ...mark, page: mark.page + 1, reached }, isWhole: false };
  const watched = from.watched.slice(0, MOST_WATCHED).filter((id) => /^\d+$/.test(id));
  const again =
    watched.length > 0 ? (await ask({ ids: watched.join(","), per_page: String(PAGE) })).sales : [];
  const newestId = Math.max(mark.newestId, reached);
  return {
    records: [...fresh, ...again].map(toRead),
    mark: { newestId, page: 1, reached: 0 },
    isWhole: true,
  };
}

/** A sale as its webhook would bring it: the interface says paid or not, and no more. */
function toRead(sale: OnPaySale): ReadRecord {
  const topic = readNumber(sale.status) === 1 ? "sale.confirmed" : "sale.created";
  return {
    kind: "order",
    externalId: String(sale.id),
    topic,
    headers: {},
    body: { event_type: topic, sale },
  };
}

function numberOf({ id }: OnPaySale): number {
  return readNumber(id) ?? 0;
}

function isOlder(sale: OnPaySale, { since }: { since: string | null }): boolean {
  const at = readTime(sale.created_at, MALAYSIA_OFFSET);
  return since !== null && at !== null && at < since;
}

function isWithin(sale: OnPaySale, { since, until }: Period): boolean {
  const at = readTime(sale.created_at, MALAYSIA_OFFSET);
  return at === null || ((since === null || at >= since) && (until === null || at < until));
}
