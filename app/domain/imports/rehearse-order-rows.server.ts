import type { OrgTransaction } from "~/db/org-transaction";
import { identitiesOf, keyText } from "../customers/identity-key";
import { fileRecordId } from "../deliveries/file-records";
import type { ApplyPlan } from "./apply-customer-rows.server";
import type { OrderDecision } from "./decide-order-row";
import { knownOrderSchema } from "./known-order";
import { decideOrders, loadOrderBatch, type OrderBatch } from "./load-order-batch.server";
import { importedPersonSchema } from "./people";
import { type PutAside, putAside, takeUp } from "./put-aside.server";
import type { FileRow } from "./read-file-rows";
import type { OrderRow } from "./read-order-rows";
import { readOrders } from "./read-orders";
import { isWritten } from "./record-decision";
import type { RehearsedRow } from "./rehearse-step.server";

/** Says what rows of orders would do, after all rows before them. */
export async function rehearseOrderRows(
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
): Promise<RehearsedRow[]> {
  const { readable, rejected } = readOrders(rows, { ...plan.read, timeZone: plan.timeZone });
  const batch = await loadOrderBatch(tx, readable, plan);
  await addAside(tx, { batch, rows: readable }, plan);
  const decisions = decideOrders(batch, readable, plan);
  await putAside(tx, plan.importId, decisions.filter(isWritten).flatMap(asideOf));
  return [...decisions.map(exampleOf), ...rejected.map((row) => ({ ...row, label: "", diffs: [] }))];
}

const ORDER = "order|";

/** Puts what earlier rows said over what the database knows; the buyers of their orders are asked for then. */
async function addAside(
  tx: OrgTransaction,
  { batch, rows }: { batch: OrderBatch; rows: readonly OrderRow[] },
  { importId, read }: ApplyPlan,
): Promise<void> {
  for (const { key, value } of await takeUp(
    tx,
    importId,
    rows.map(({ number }) => ORDER + fileRecordId(number)),
  ))
    batch.orders.set(key.slice(ORDER.length), knownOrderSchema.parse(value));
  const buyers = rows.flatMap(({ number, person }) => [
    ...identitiesOf(person, read.shopId),
    ...identitiesOf(batch.orders.get(fileRecordId(number))?.state.person ?? null, read.shopId),
  ]);
  for (const { value } of await takeUp(tx, importId, buyers.map(keyText))) {
    const person = importedPersonSchema.parse(value);
    for (const key of person.keys) batch.loaded.people.set(key, person);
  }
}

function asideOf({ row, record, buyer }: OrderDecision): PutAside[] {
  const order = { key: ORDER + fileRecordId(row.number), recordId: null, value: record };
  const person = buyer?.person;
  if (!person) return [order];
  return [order, ...person.keys.map((key) => ({ key, recordId: person.id, value: person }))];
}

function exampleOf({ row, outcome, diffs, problems }: OrderDecision): RehearsedRow {
  return { row: row.row, outcome, label: row.number, diffs, problems };
}
