import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { keyText } from "../customers/identity-key";
import { isFromFile } from "../deliveries/file-records";
import { settleCustomers } from "../deliveries/settle-customers";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { recountAfter, trashRows, uuids } from "../trash/trash-statements.server";
import { tellFileOrder } from "./apply-order-rows.server";
import type { KnownOrder } from "./known-order";
import { keepLinks } from "./link-items";
import { readKnownOrders } from "./load-known-orders.server";
import { openRecordDraft } from "./open-record-draft.server";
import { type OrderBefore, orderBeforeSchema } from "./order-before";
import { type UndoneRow, type UndoPlan, type UndoRow, undoCustomerRows } from "./undo-customer-rows.server";

/**
 * Gives back what rows of an import changed of orders and of their buyers, and puts those
 * that they made into the trash. What a shop told or another file changed since stays; what a
 * person set stands over what is given back. The last row comes first.
 */
export async function undoOrderRows(
  tx: OrgTransaction,
  rows: readonly UndoRow[],
  plan: UndoPlan,
): Promise<UndoneRow[]> {
  const ids = [...new Set(rows.map(({ recordId }) => recordId))];
  const found = await readKnownOrders(tx, sql`o.id = any(${uuids(ids)})`);
  const known = new Map(found.map((order) => [order.id, order]));
  const restored = new Map<string, KnownOrder>();
  const trashed = new Set<string>();
  const befores = rows.map((row) => ({ ...row, before: orderBeforeSchema.parse(row.before) }));
  const undone = befores.map(({ row, outcome, recordId, before }): UndoneRow => {
    const order = known.get(recordId);
    const isOurs = order !== undefined && isFromFile(order.version, plan.importId);
    if (!isOurs || (!before.order && order.corrected.length > 0)) return { row, undone: "kept" };
    if (!before.order || outcome === "created") {
      trashed.add(recordId);
      return { row, undone: "trashed" };
    }
    const items = keepLinks(before.order.state.items, order.state.items);
    const state = { ...before.order.state, items };
    known.set(recordId, { ...before.order, state, corrected: order.corrected });
    restored.set(recordId, { ...before.order, state });
    if (before.order.isTrashed && order.corrected.length === 0) trashed.add(recordId);
    return { row, undone: "restored" };
  });
  await restoreOrders(tx, restored, plan);
  await trashOrders(tx, [...trashed], plan);
  const kept = befores.filter((_, n) => undone[n]?.undone === "kept").map(({ recordId }) => recordId);
  await undoCustomerRows(tx, befores.flatMap(buyerRow), { ...plan, keptOrders: kept });
  return undone;
}

/** What the row did to its buyer, as a row of customers would have. */
function buyerRow({ row, before: { buyer } }: { row: number; before: OrderBefore }): UndoRow[] {
  if (!buyer) return [];
  return [{ row, outcome: buyer.outcome, recordId: buyer.customerId, before: buyer.before }];
}

async function restoreOrders(
  tx: OrgTransaction,
  restored: ReadonlyMap<string, KnownOrder>,
  plan: UndoPlan,
): Promise<void> {
  if (restored.size === 0) return;
  const before = [...restored.values()];
  const identities = new Map(
    before.flatMap(({ identity }) => (identity ? [[keyText(identity), identity]] : [])),
  );
  const keys = { orders: before.map(({ state }) => state.externalId), identities: [...identities.values()] };
  const draft = await openRecordDraft(tx, { keys, customerIds: [] }, plan);
  for (const order of before) tellFileOrder(draft, order);
  settleCustomers(draft, []);
  const actor = { kind: "job", name: "import_undo" } as const;
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at: plan.now });
  await tx.execute(sql`
    delete from order_status_changes
    where order_id = any(${uuids([...restored.keys()])}) and at = ${plan.at}::timestamptz`);
}

async function trashOrders(tx: OrgTransaction, ids: readonly string[], plan: UndoPlan): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(trashRows("order", uuids(ids), { by: plan.createdBy, at: new Date(plan.now) }));
  for (const statement of recountAfter("order", uuids(ids))) await tx.execute(statement);
}
