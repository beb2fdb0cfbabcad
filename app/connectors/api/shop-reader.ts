import type { DeliveryHeaders } from "../connector";

export const RECORD_KINDS = ["customer", "product", "subscription", "order"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Where reading goes on: plain values, and the reader's own matter. */
export type Place = { [key: string]: string | number | boolean | null | string[] };

/** A record as the shop's interface gives it, in the form in which its webhook would bring it. */
export type ReadRecord = {
  kind: RecordKind;
  externalId: string;
  topic: string;
  headers: DeliveryHeaders;
  body: unknown;
};

/** `next` is null behind the last page. `total`: of all pages, as far as the shop says. */
export type ReadPage = { records: ReadRecord[]; next: Place | null; total: number | null };

/** `mark` is where the next asking begins; `isWhole` when nothing newer is left now. */
export type ChangedPage = { records: ReadRecord[]; mark: Place; isWhole: boolean };

/** ISO 8601 UTC, each may be open. The first is inclusive; both are about when an order was placed. */
export type Period = { since: string | null; until: string | null };

/**
 * Reads a shop through its own interface: each call is one page and at most a few questions, and may be
 * asked again from the same place. Pages do not shift while the shop goes on selling. Throws a `ShopApiError`.
 */
export type ShopReader = {
  /** What the shop has, in the order in which it is best read. */
  kinds: readonly RecordKind[];
  /** How many there are, as far as the shop says. */
  count(kind: RecordKind, period: Period): Promise<number | null>;
  /** The next page of everything; the period counts for orders. `isBrief`: money, status and times are enough. */
  readAll(
    kind: RecordKind,
    from: { place: Place | null; period: Period; isBrief?: boolean },
  ): Promise<ReadPage>;
  /** Orders by their ids, at most 50; those that are gone are left out. */
  readOrders(externalIds: readonly string[]): Promise<ReadRecord[]>;
  /** Kinds that are worth asking for again and again, because the platform may never resend them. */
  polledKinds: readonly RecordKind[];
  /** The next page of what changed since the mark, or since the time without one. `watched`: orders to look at again. */
  readChanged(
    kind: RecordKind,
    from: { mark: Place | null; since: string; watched: readonly string[] },
  ): Promise<ChangedPage>;
};
