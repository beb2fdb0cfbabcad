import type { OrgTransaction } from "~/db/org-transaction";
import { AppError } from "~/lib/app-error";
import { keyText } from "../customers/identity-key";
import { type BatchDraft, openDraft } from "../deliveries/batch-draft";
import { settleCustomers } from "../deliveries/settle-customers";
import { tellOrderState } from "../deliveries/tell-order";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { recountAfter, restoreRows, uuids } from "../trash/trash-statements.server";
import type { ApplyPlan } from "./apply-customer-rows.server";
import type { OrderDecision } from "./decide-order-row";
import { type KnownOrder, toOrderState } from "./known-order";
import { decideOrders, loadOrderBatch } from "./load-order-batch.server";
import { toldByFile } from "./open-record-draft.server";
import type { OrderBefore } from "./order-before";
import { beforeOf, customerOf, factsBefore } from "./picture-before";
import type { FileRow } from "./read-file-rows";
import { readOrders } from "./read-orders";
import { isWritten } from "./record-decision";
import { tellDecision } from "./tell-decision";
import type { WrittenRow } from "./write-import-rows.server";

/** Applies rows of orders, with whoever bought, through the engine of deliveries. Answers what became of each order. */
export async function applyOrderRows(
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
): Promise<WrittenRow[]> {
  const { timeZone, read } = plan;
  const { readable, rejected } = readOrders(rows, { ...read, timeZone });
  const batch = await loadOrderBatch(tx, readable, plan);
  const { shop } = batch.loaded.state;
  if (!shop) throw new AppError("conflict", "imports:errors.shopGone");
  const decisions = decideOrders(batch, readable, plan);
  await takeOutOfTrash(tx, decisions, plan);
  // As for a shop's orders, nobody who bought is refused for a field that is required.
  const begin = { source: "import", values: read.begin.values } as const;
  const draft = openDraft({ ...batch.loaded, shopId: read.shopId, shop, begin, newId: plan.newId });
  const told = decisions.filter(isWritten).map((decision) => {
    const facts = decision.buyer ? factsBefore(draft, decision.buyer) : {};
    if (decision.buyer) tellDecision(draft, decision.buyer, { at: plan.at, consent: null });
    if (decision.record) tellFileOrder(draft, decision.record);
    return { decision, facts };
  });
  settleCustomers(draft, []);
  const actor = { kind: "job", name: "import_run" } as const;
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at: plan.at });
  const written = told.map(({ decision, facts }): WrittenRow => {
    const recordId = draft.orders.get(decision.record?.state.externalId ?? "")?.id ?? null;
    const before: OrderBefore = { order: decision.before, buyer: buyerBefore(draft, { decision, facts }) };
    return { row: decision.row.row, outcome: decision.outcome, recordId, before, problems: [] };
  });
  const rest = decisions.filter((decision) => !isWritten(decision));
  const nothing = { recordId: null, before: null };
  return [
    ...written,
    ...rest.map(({ row, outcome, problems }) => ({ row: row.row, outcome, ...nothing, problems })),
    ...rejected,
  ];
}

/** Tells the draft of an order as a file has it; whose it is was decided before. */
export function tellFileOrder(draft: BatchDraft, { state, version, identity }: KnownOrder): void {
  const event = { kind: "order.state", sourceTime: version.at, order: toOrderState(state) } as const;
  tellOrderState(draft, toldByFile(event, version), event);
  const order = draft.orders.get(state.externalId);
  if (!order) return;
  const ofBuyer = order.erasedAt === null && identity !== null ? keyText(identity) : null;
  draft.orders.set(state.externalId, { ...order, identity: ofBuyer, firstToldBy: null });
}

async function takeOutOfTrash(
  tx: OrgTransaction,
  decisions: readonly OrderDecision[],
  { at }: ApplyPlan,
): Promise<void> {
  const ids = decisions.flatMap(
    ({ before, ...one }) => (isWritten(one) && before?.isTrashed && before.id) || [],
  );
  if (ids.length === 0) return;
  await tx.execute(restoreRows("order", uuids(ids), new Date(at)));
  for (const statement of recountAfter("order", uuids(ids))) await tx.execute(statement);
}

function buyerBefore(
  draft: BatchDraft,
  { decision: { buyer }, facts }: { decision: OrderDecision; facts: ReturnType<typeof factsBefore> },
): OrderBefore["buyer"] {
  if (buyer?.outcome !== "created" && buyer?.outcome !== "changed") return null;
  const before = beforeOf(draft, { decision: buyer, facts, tagIds: new Map() });
  const { outcome } = buyer;
  return { customerId: customerOf(draft, buyer), outcome, before: outcome === "changed" ? before : null };
}
