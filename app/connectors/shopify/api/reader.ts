import * as z from "zod";
import { readAs } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopApi } from "../../api/shop-fetch";
import type { Period, Place, ReadPage, ReadRecord, RecordKind, ShopReader } from "../../api/shop-reader";
import { type ShopifyAsk, type ShopifyKeys, shopifyClient } from "./client";
import { customerBody, idsOf } from "./customer-body";
import { customerNode, orderNode, productNode } from "./nodes";
import { orderBody } from "./order-body";
import { productBody } from "./product-body";
import { countQuery, FIELDS, listQuery, ORDERS_BY_ID } from "./queries";
import { withAllLines, withAllVariants } from "./read-rest";

const placeSchema = z.object({ lastId: z.string().regex(/^\d+$/), first: z.number().int().positive() });
/** With all that an order holds, what one question may cost. */
const MOST_BY_ID = 6;
const MOST_COSTLY = "MAX_COST_EXCEEDED";

/** Reads a Shopify shop, its records by rising id: no cursor that ends after a while, and none of its limits. */
export function shopifyReader(api: ShopApi, keys: ShopifyKeys): ShopReader {
  const ask = shopifyClient(api, keys);
  return {
    kinds: ["customer", "product", "order"],
    count: (kind, period) => countAll(ask, kind, period),
    readAll: (kind, from) => readAll(ask, kind, { ...from, shop: keys.shop }),
    async readOrders(externalIds) {
      const records: ReadRecord[] = [];
      for (let i = 0; i < externalIds.length; i += MOST_BY_ID) {
        const ids = externalIds.slice(i, i + MOST_BY_ID).map((id) => `gid://shopify/Order/${id}`);
        const { nodes } = readAs(byIdSchema, await ask(ORDERS_BY_ID, { ids }));
        const found = nodes.filter((node) => node !== null);
        records.push(...(await toRecords(ask, "order", found, keys.shop)));
      }
      return records;
    },
    // Shopify repeats what it could not deliver, for hours; the receipts find what it gave up.
    polledKinds: [],
    readChanged: async (_kind, { mark }) => ({ records: [], mark: mark ?? {}, isWhole: true }),
  };
}

const byIdSchema = z.object({ nodes: z.array(z.record(z.string(), z.unknown()).nullable()) });
const KINDS = { customer: "customers", product: "products", order: "orders" } as const;

const pageSchema = z.object({
  listed: z.object({
    nodes: z.array(z.looseObject({ id: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
  counted: z.object({ count: z.number() }).nullable(),
});

type From = { place: Place | null; period: Period; isBrief?: boolean; shop: string };

async function readAll(ask: ShopifyAsk, kind: RecordKind, from: From): Promise<ReadPage> {
  if (kind === "subscription") return { records: [], next: null, total: 0 };
  const listed = KINDS[kind];
  const form = FIELDS[listed === "orders" && from.isBrief ? "briefOrders" : listed];
  const { lastId, first } = from.place ? readAs(placeSchema, from.place) : { lastId: "0", first: form.first };
  const all = kind === "order" ? periodOf(from.period) : "";
  const query = [all, `id:>${lastId}`].filter(Boolean).join(" AND ");
  try {
    const data = readAs(pageSchema, await ask(listQuery(form), { first, query, all: all || null }));
    const { listed: page, counted } = data;
    const total = counted?.count ?? null;
    const records = await toRecords(ask, kind, page.nodes, from.shop);
    const last = page.nodes.at(-1);
    const next = page.pageInfo.hasNextPage && last ? { lastId: idsOf(last.id).id, first } : null;
    return { records, next, total };
  } catch (error) {
    const isTooMuch = error instanceof ShopApiError && error.code === MOST_COSTLY && first > 1;
    if (!isTooMuch) throw error;
    return { records: [], next: { lastId, first: Math.ceil(first / 2) }, total: null };
  }
}

async function countAll(ask: ShopifyAsk, kind: RecordKind, period: Period): Promise<number | null> {
  if (kind === "subscription") return 0;
  const all = kind === "order" ? periodOf(period) : "";
  const data = await ask(countQuery(KINDS[kind]), { all: all || null });
  const schema = z.object({ counted: z.object({ count: z.number() }).nullable() });
  return readAs(schema, data).counted?.count ?? null;
}

function periodOf({ since, until }: Period): string {
  const parts = [since && `created_at:>='${since}'`, until && `created_at:<'${until}'`];
  return parts.filter((part) => part !== null).join(" AND ");
}

async function toRecords(
  ask: ShopifyAsk,
  kind: "customer" | "product" | "order",
  nodes: readonly unknown[],
  shop: string,
): Promise<ReadRecord[]> {
  const headers = { "x-shopify-shop-domain": shop };
  const records: ReadRecord[] = [];
  for (const node of nodes) {
    const body = await bodyOf(ask, kind, node);
    const externalId = String(body.id);
    records.push({
      kind,
      externalId,
      topic: `${kind}s/${kind === "order" ? "updated" : "update"}`,
      headers,
      body,
    });
  }
  return records;
}

async function bodyOf(ask: ShopifyAsk, kind: "customer" | "product" | "order", node: unknown) {
  if (kind === "customer") return customerBody(readAs(customerNode, node));
  if (kind === "product") return productBody(await withAllVariants(ask, readAs(productNode, node)));
  return orderBody(await withAllLines(ask, readAs(orderNode, node)));
}
