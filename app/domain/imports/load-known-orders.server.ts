import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { correctionsSchema } from "../corrections/corrections.schema";
import { fileRecordId } from "../deliveries/file-records";
import { fileOrderSchema, type KnownOrder, type KnownOrders, knownOrderSchema } from "./known-order";
import { correctedFields, toldBeside } from "./told-beside";

const orderRow = z.object({
  id: z.uuid(),
  isTrashed: z.boolean(),
  corrections: correctionsSchema,
  versionAt: z.iso.datetime({ offset: true }),
  versionRank: z.number(),
  versionHash: z.string(),
  identity: knownOrderSchema.shape.identity,
  shown: z.record(z.string(), z.unknown()),
});

/** The shop's orders of these numbers: by its own number or id, however either is written in front. */
export async function loadKnownOrders(
  tx: OrgTransaction,
  shopId: string,
  numbers: readonly string[],
): Promise<KnownOrders> {
  const plain = numbers.map((number) => number.trim().replace(/^#/, ""));
  const written = sql.param([...new Set(plain.flatMap((number) => [number, `#${number}`]))]);
  const ids = sql.param([...new Set([...plain, ...plain.map(fileRecordId)])]);
  const named = sql`o.shop_id = ${shopId}::uuid and (o.external_id = any(${ids}::text[])
    or o.number = any(${written}::text[]))`;
  const wanted = new Set(plain.map(fileRecordId));
  const known: KnownOrders = new Map();
  // The number is what people call an order; the shop's id is asked where no number answers.
  const found = await readKnownOrders(tx, named);
  for (const nameOf of [
    (order: KnownOrder) => order.state.externalId,
    (order: KnownOrder) => order.state.number,
  ]) {
    for (const order of found) {
      const key = fileRecordId(nameOf(order).replace(/^file:/, ""));
      if (wanted.has(key)) known.set(key, order);
    }
  }
  return known;
}

/** Orders as they were told, for which the condition on `o` holds. Of several with one number the oldest comes last. */
export async function readKnownOrders(tx: OrgTransaction, condition: SQL): Promise<KnownOrder[]> {
  const result = await tx.execute(sql`
    select o.id, o.deleted_at is not null as "isTrashed", o.corrections, to_json(o.version_at) as "versionAt",
      o.version_rank as "versionRank", o.version_hash as "versionHash",
      (select json_build_object('kind', i.kind, 'namespace', i.namespace, 'value', i.value) from identities i
        where i.id = o.identity_id) as identity,
      json_build_object('externalId', o.external_id, 'number', o.number, 'status', o.status, 'sourceStatus',
        o.source_status, 'currency', o.currency, 'totalMinor', o.total_minor, 'taxMinor', o.tax_minor, 'shippingMinor',
        o.shipping_minor, 'discountMinor', o.discount_minor, 'paidMinor', o.paid_minor, 'placedAt', o.placed_at,
        'isTest', o.is_test, 'isCashOnDelivery', o.is_cash_on_delivery, 'paymentMethod', o.payment_method, 'coupons',
        o.coupons, 'channel', o.channel, 'person', o.contact -> 'person', 'shippingAddress',
        o.contact -> 'shippingAddress', 'items', (select coalesce(json_agg(json_build_object('externalId',
          i.external_id, 'productExternalId', i.product_external_id, 'variantExternalId', i.variant_external_id, 'sku',
          i.sku, 'name', i.name, 'quantity', i.quantity, 'totalMinor', i.total_minor, 'taxMinor', i.tax_minor)
          order by i.position), '[]') from order_items i where i.order_id = o.id)) as shown
    from orders o where ${condition} order by o.created_at desc, o.id desc`);
  return readRows(orderRow, result).map(({ id, isTrashed, corrections, identity, shown, ...version }) => ({
    id,
    state: fileOrderSchema.parse({ ...shown, ...toldBeside(corrections) }),
    version: {
      at: new Date(version.versionAt).toISOString(),
      rank: version.versionRank,
      hash: version.versionHash,
    },
    identity,
    corrected: correctedFields(corrections),
    isTrashed,
  }));
}
