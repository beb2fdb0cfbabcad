import type { OrgTransaction } from "~/db/org-transaction";
import type { ApplyPlan } from "./apply-customer-rows.server";
import { decideProductRow, type ProductDecision } from "./decide-product-row";
import { addProduct, knownProductSchema } from "./known-product";
import { loadKnownProducts } from "./load-known-products.server";
import { type PutAside, putAside, takeUp } from "./put-aside.server";
import { type FileRow, readRowsBy } from "./read-file-rows";
import { type ProductRow, readProductRow } from "./read-product-row";
import { isWritten } from "./record-decision";
import type { RehearsedRow } from "./rehearse-step.server";

/** Says what rows of products would do, after all rows before them. */
export async function rehearseProductRows(
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
): Promise<RehearsedRow[]> {
  const { shopId, settings, places } = plan.read;
  const { readable, rejected } = readRowsBy(readProductRow, rows, plan.read);
  const known = await loadKnownProducts(tx, shopId, readable);
  const keys = readable.flatMap(({ externalId, said }) => keysOf(externalId, said.sku ?? null));
  for (const { value } of await takeUp(tx, plan.importId, keys))
    addProduct(known, knownProductSchema.parse(value));
  const deciding = { settings, places, importId: plan.importId, at: plan.at };
  const decisions = readable.map((row) => decideProductRow(known, row, deciding));
  await putAside(tx, plan.importId, decisions.filter(isWritten).flatMap(asideOf));
  return [...decisions.map(exampleOf), ...rejected.map((row) => ({ ...row, label: "", diffs: [] }))];
}

function keysOf(externalId: string | null, sku: string | null): string[] {
  return [...(externalId ? [`product|${externalId}`] : []), ...(sku ? [`sku|${sku}`] : [])];
}

function asideOf({ record }: ProductDecision): PutAside[] {
  if (!record) return [];
  const { externalId, sku } = record.state;
  return keysOf(externalId, sku).map((key) => ({ key, recordId: null, value: record }));
}

function exampleOf({ row, outcome, record, diffs, problems }: ProductDecision): RehearsedRow {
  return { row: row.row, outcome, label: labelOf(row) || (record?.state.name ?? ""), diffs, problems };
}

const labelOf = ({ said, externalId }: ProductRow) => said.name ?? said.sku ?? externalId ?? "";
