import type { OrgTransaction } from "~/db/org-transaction";
import { type IdentityKey, identitiesOf } from "../customers/identity-key";
import { fileRecordId } from "../deliveries/file-records";
import type { ApplyPlan } from "./apply-customer-rows.server";
import { decideOrderRow, type OrderDecision } from "./decide-order-row";
import type { KnownOrders } from "./known-order";
import type { LinksBySku } from "./link-items";
import { loadKnownOrders } from "./load-known-orders.server";
import { loadLinksBySku } from "./load-links-by-sku.server";
import { type LoadedPeople, loadPeople } from "./load-people.server";
import type { CustomerRow } from "./read-customer-row";
import type { OrderRow } from "./read-order-rows";

/** Everything that rows of orders may meet. */
export type OrderBatch = { orders: KnownOrders; loaded: LoadedPeople; links: LinksBySku };

/** Reads the orders and products that the rows name, and whoever the rows or those orders name as buyers. */
export async function loadOrderBatch(
  tx: OrgTransaction,
  rows: readonly OrderRow[],
  { read, hasher }: Pick<ApplyPlan, "read" | "hasher">,
): Promise<OrderBatch> {
  const numbers = rows.map(({ number }) => number);
  const orders = await loadKnownOrders(tx, read.shopId, numbers);
  const buyers = rows.flatMap((row) => buyersOf(row, orders, read.shopId));
  const externalIds = [
    ...numbers.map(fileRecordId),
    ...[...orders.values()].map(({ state }) => state.externalId),
  ];
  const loaded = await loadPeople(tx, buyers, { plan: read, hasher, orders: [...new Set(externalIds)] });
  const skus = rows.flatMap(({ items }) => items.flatMap(({ sku }) => sku ?? []));
  return { orders, loaded, links: await loadLinksBySku(tx, read.shopId, skus) };
}

/** Those of the row, and those of its order so far: what the row leaves out is of them. */
function buyersOf(row: OrderRow, orders: KnownOrders, shopId: string): CustomerRow[] {
  const known = orders.get(fileRecordId(row.number));
  return [row.person, known?.state.person ?? null].flatMap((person) => {
    const identities = identitiesOf(person, shopId);
    const [home] = identities;
    return person && home ? [asBuyer(row.row, { person, identities, home })] : [];
  });
}

function asBuyer(
  row: number,
  who: Pick<CustomerRow, "person" | "home"> & { identities: IdentityKey[] },
): CustomerRow {
  return { row, ...who, tags: [], values: [], consents: [] };
}

/** What becomes of orders, in the order of the file. */
export function decideOrders(
  { orders, loaded, links }: OrderBatch,
  rows: readonly OrderRow[],
  { importId, at, read, newId }: ApplyPlan,
): OrderDecision[] {
  const { people, holders, tombstones } = loaded;
  const { settings, places, shopId } = read;
  const erased = new Set(tombstones.keys());
  const plan = { settings, places, shopId, importId, at, erased, holders, links, newId };
  return rows.map((row) => decideOrderRow({ orders, people }, row, plan));
}
