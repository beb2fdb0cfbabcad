import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { isFromFile } from "../deliveries/file-records";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { trashRows, uuids } from "../trash/trash-statements.server";
import { type KnownProduct, knownProductSchema } from "./known-product";
import { readKnownProducts } from "./load-known-products.server";
import { openRecordDraft } from "./open-record-draft.server";
import type { UndoneRow, UndoPlan, UndoRow } from "./undo-customer-rows.server";

/**
 * Gives back what rows of an import changed of products, and puts those that they made into
 * the trash. What a shop told or another file changed since stays; what a person set
 * stands over what is given back. The last row comes first.
 */
export async function undoProductRows(
  tx: OrgTransaction,
  rows: readonly UndoRow[],
  plan: UndoPlan,
): Promise<UndoneRow[]> {
  const ids = [...new Set(rows.map(({ recordId }) => recordId))];
  const found = await readKnownProducts(tx, sql`id = any(${uuids(ids)})`);
  const known = new Map(found.map((product) => [product.id, product]));
  const restored = new Map<string, KnownProduct>();
  const trashed = new Set<string>();
  const undone = rows.map(({ row, outcome, recordId, before }): UndoneRow => {
    const product = known.get(recordId);
    const isOurs = product !== undefined && isFromFile(product.version, plan.importId);
    if (!isOurs || (outcome === "created" && product.corrected.length > 0)) return { row, undone: "kept" };
    if (outcome === "created") {
      trashed.add(recordId);
      return { row, undone: "trashed" };
    }
    const was = knownProductSchema.parse(before);
    known.set(recordId, { ...was, corrected: product.corrected });
    restored.set(recordId, was);
    if (was.isTrashed && product.corrected.length === 0) trashed.add(recordId);
    return { row, undone: "restored" };
  });
  await restoreProducts(tx, restored, plan);
  const stamp = { by: plan.createdBy, at: new Date(plan.now) };
  if (trashed.size > 0) await tx.execute(trashRows("product", uuids([...trashed]), stamp));
  return undone;
}

async function restoreProducts(
  tx: OrgTransaction,
  restored: ReadonlyMap<string, KnownProduct>,
  plan: UndoPlan,
): Promise<void> {
  if (restored.size === 0) return;
  const products = [...restored.values()].map(({ state }) => state.externalId);
  const draft = await openRecordDraft(tx, { keys: { products }, customerIds: [] }, plan);
  for (const { state, version } of restored.values()) {
    const product = draft.products.get(state.externalId);
    if (product) draft.products.set(state.externalId, { ...product, told: state, version, isChanged: true });
  }
  const actor = { kind: "job", name: "import_undo" } as const;
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at: plan.now });
}
