import { ORDER_STATUS_RANK, type OrderState, type OrderStatus } from "~/connectors/canonical";
import { localDay } from "~/lib/local-days";

/** An order as its shop tells it now. */
export type ShopOrder = {
  order: OrderState;
  /** When it last changed there; null when the shop does not say. */
  changedAt: string | null;
  isOrderedByStatus: boolean;
};

/** An order as the shop's last telling here has it, whatever people corrected. */
export type OwnOrder = {
  externalId: string;
  totalMinor: number;
  currency: string;
  status: OrderStatus;
  isRemoved: boolean;
};

export type Gap = {
  externalId: string;
  kind: "missing" | "differing";
  number: string;
  day: string;
  currency: string;
  shopMinor: number;
  ownMinor: number | null;
};

/** What a shop counts on a day in a currency. */
export type DayCount = {
  day: string;
  currency: string;
  count: number;
  minor: number;
  missing: number;
  differing: number;
};

/** A webhook may still be on its way for what changed after `settledAt`: it is counted, and no gap. */
type Rule = { timeZone: string; settledAt: string };

/** Counts a page of a shop's orders by day and currency, and finds those that are not here or otherwise. Drafts are no orders. */
export function compareOrders(
  shop: readonly ShopOrder[],
  own: ReadonlyMap<string, OwnOrder>,
  { timeZone, settledAt }: Rule,
): { days: DayCount[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const days = shop
    .filter(({ order }) => order.status !== "draft")
    .map((one): DayCount => {
      const { externalId, number, currency, totalMinor: minor, placedAt } = one.order;
      const day = localDay(new Date(placedAt), timeZone);
      const known = own.get(externalId);
      const isSettled = (one.changedAt ?? placedAt) <= settledAt;
      const kind = isSettled ? gapOf(one, known) : null;
      const ownMinor = kind === "differing" ? (known?.totalMinor ?? null) : null;
      if (kind) gaps.push({ externalId, kind, number, day, currency, shopMinor: minor, ownMinor });
      const [missing, differing] = [kind === "missing" ? 1 : 0, kind === "differing" ? 1 : 0];
      return { day, currency, count: 1, minor, missing, differing };
    });
  return { days: addDays([], days), gaps };
}

function gapOf({ order, isOrderedByStatus }: ShopOrder, own: OwnOrder | undefined): Gap["kind"] | null {
  if (!own || own.isRemoved) return "missing";
  const isOtherMoney = own.totalMinor !== order.totalMinor || own.currency !== order.currency;
  // Where only a webhook tells of the later statuses, an earlier one says nothing.
  const isOtherStatus = isOrderedByStatus
    ? ORDER_STATUS_RANK[order.status] > ORDER_STATUS_RANK[own.status]
    : own.status !== order.status;
  return isOtherMoney || isOtherStatus ? "differing" : null;
}

/** The sums of both, by day and currency. */
export function addDays(some: readonly DayCount[], more: readonly DayCount[]): DayCount[] {
  const sums = new Map<string, DayCount>();
  for (const one of [...some, ...more]) {
    const key = `${one.day} ${one.currency}`;
    const sum = sums.get(key);
    sums.set(key, sum ? addDay(sum, one) : one);
  }
  return [...sums.values()];
}

function addDay(a: DayCount, b: DayCount): DayCount {
  return {
    ...a,
    count: a.count + b.count,
    minor: a.minor + b.minor,
    missing: a.missing + b.missing,
    differing: a.differing + b.differing,
  };
}
