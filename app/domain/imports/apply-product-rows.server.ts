import type { OrgTransaction } from "~/db/org-transaction";
import { tellProductState } from "../deliveries/tell-product";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { restoreRows, uuids } from "../trash/trash-statements.server";
import type { ApplyPlan } from "./apply-customer-rows.server";
import { decideProductRow, type ProductDecision } from "./decide-product-row";
import { loadKnownProducts } from "./load-known-products.server";
import { openRecordDraft, toldByFile } from "./open-record-draft.server";
import { type FileRow, readRowsBy } from "./read-file-rows";
import { readProductRow } from "./read-product-row";
import { isWritten } from "./record-decision";
import type { WrittenRow } from "./write-import-rows.server";

/** Applies rows of products through the engine of deliveries. Answers what became of each. */
export async function applyProductRows(
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
): Promise<WrittenRow[]> {
  const { shopId, settings, places } = plan.read;
  const { readable, rejected } = readRowsBy(readProductRow, rows, plan.read);
  const known = await loadKnownProducts(tx, shopId, readable);
  const deciding = { settings, places, importId: plan.importId, at: plan.at };
  const decisions = readable.map((row) => decideProductRow(known, row, deciding));
  const idOf = await writeProducts(tx, decisions.filter(isWritten), plan);
  const written = decisions.map((decision): WrittenRow => {
    const { row, outcome, before, problems, record } = decision;
    const recordId = isWritten(decision) ? idOf(record?.state.externalId ?? "") : null;
    const kept = outcome === "changed" ? before : null;
    return { row: row.row, outcome, recordId, before: kept, problems };
  });
  return [...written, ...rejected];
}

async function writeProducts(tx: OrgTransaction, decisions: readonly ProductDecision[], plan: ApplyPlan) {
  const { shopId } = plan.read;
  const trashed = decisions.flatMap(({ before }) => (before?.isTrashed && before.id ? before.id : []));
  if (trashed.length > 0) await tx.execute(restoreRows("product", uuids(trashed), new Date(plan.at)));
  const products = decisions.flatMap(({ record }) => record?.state.externalId ?? []);
  const draft = await openRecordDraft(tx, { keys: { products }, customerIds: [] }, { ...plan, shopId });
  for (const { record } of decisions) {
    if (!record) continue;
    const event = { kind: "product.state", sourceTime: plan.at, product: record.state } as const;
    tellProductState(draft, toldByFile(event, record.version), event);
  }
  const actor = { kind: "job", name: "import_run" } as const;
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at: plan.at });
  return (externalId: string) => draft.products.get(externalId)?.id ?? null;
}
