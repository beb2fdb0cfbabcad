import type { Action } from "../audit/actions";
import type { OrgContext } from "../context";
import { changeInTrash } from "./change-in-trash.server";
import type { TrashNoun } from "./trash-nouns";
import { restoreRows } from "./trash-statements.server";

const ACTIONS: Record<TrashNoun, Action> = {
  customer: "customer.restored",
  order: "order.restored",
  product: "product.restored",
  subscription: "subscription.restored",
};

/**
 * Takes a record out of the trash as it went there. One that is out already, by
 * hand or by a new order, stays as it is. Throws `not_found` when it was deleted for good.
 */
export function restoreRecord(ctx: OrgContext, { noun, id }: { noun: TrashNoun; id: string }): Promise<void> {
  return changeInTrash(ctx, {
    noun,
    id,
    action: ACTIONS[noun],
    change: (ids) => restoreRows(noun, ids, ctx.now()),
  });
}
