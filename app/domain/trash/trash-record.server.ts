import type { Action } from "../audit/actions";
import type { OrgContext } from "../context";
import { changeInTrash } from "./change-in-trash.server";
import type { TrashNoun } from "./trash-nouns";
import { trashRows } from "./trash-statements.server";

const ACTIONS: Record<TrashNoun, Action> = {
  customer: "customer.trashed",
  order: "order.trashed",
  product: "product.trashed",
  subscription: "subscription.trashed",
};

/**
 * Puts a record in the trash, with everything that belongs to it: for 30 days it can
 * be restored. One that is there already stays as it is. Throws `not_found`.
 */
export function trashRecord(ctx: OrgContext, { noun, id }: { noun: TrashNoun; id: string }): Promise<void> {
  const stamp = { by: ctx.actor.id, at: ctx.now() };
  return changeInTrash(ctx, {
    noun,
    id,
    action: ACTIONS[noun],
    change: (ids) => trashRows(noun, ids, stamp),
  });
}
