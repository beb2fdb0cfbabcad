import type { OrderState, ProductState } from "~/connectors/canonical";
import type { BatchDraft, DraftOrder, DraftProduct } from "./batch-draft";
import { fileIdsOf } from "./file-records";

/**
 * The order that a file told of under this number, from now on the shop's own; none
 * when the shop's order is known already. What the file said of refunds goes.
 */
export function takeOverOrder(draft: BatchDraft, state: OrderState): DraftOrder | undefined {
  const { externalId } = state;
  if (draft.orders.has(externalId)) return undefined;
  const known = takeOver(draft.orders, externalId, fileIdsOf(externalId, state.number));
  if (!known) return undefined;
  draft.takenOver.orders.set(known.id, externalId);
  for (const [id, refund] of draft.refunds) {
    if (refund.orderExternalId === known.externalId && !refund.isDeleted)
      draft.refunds.set(id, { ...refund, isDeleted: true, isChanged: true });
  }
  return draft.orders.get(externalId);
}

/** The same of a product, known by its SKU. */
export function takeOverProduct(draft: BatchDraft, state: ProductState): DraftProduct | undefined {
  const { externalId } = state;
  if (draft.products.has(externalId)) return undefined;
  const known = takeOver(draft.products, externalId, fileIdsOf(externalId, state.sku));
  if (known) draft.takenOver.products.set(known.id, externalId);
  return draft.products.get(externalId);
}

/** Moves what is known under one of the file's ids to the shop's id; answers it as it was. */
function takeOver<Row extends { externalId: string }>(
  rows: Map<string, Row>,
  externalId: string,
  fileIds: readonly string[],
): Row | undefined {
  const known = fileIds.map((id) => rows.get(id)).find((row) => row !== undefined);
  if (!known) return undefined;
  rows.delete(known.externalId);
  rows.set(externalId, { ...known, externalId });
  return known;
}
