import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import type { TombstoneHasher } from "../customers/tombstones";
import { openDraft } from "../deliveries/batch-draft";
import { NO_KEYS } from "../deliveries/batch-keys";
import { readKnown } from "../deliveries/load-batch.server";
import { settleCustomers } from "../deliveries/settle-customers";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { customerBeforeSchema } from "./customer-before";
import { dropIdentities } from "./drop-identities.server";
import { findTouched } from "./find-touched.server";
import { restoreBelongings } from "./restore-belongings.server";
import { isUntouched, restoreCustomer, type Undoing } from "./restore-customer";

export const undoRowSchema = z.object({
  row: z.number(),
  outcome: z.enum(["created", "changed"]),
  recordId: z.uuid(),
  before: z.unknown(),
});
export type UndoRow = z.output<typeof undoRowSchema>;

/** `kept`: somebody or a shop changed since all that the row wrote, so it stays. */
export type UndoneRow = { row: number; undone: "restored" | "trashed" | "kept" };

export type UndoPlan = {
  importId: string;
  /** When the import was applied, and now; ISO 8601 UTC. */
  at: string;
  now: string;
  shopId: string;
  hasher: TombstoneHasher;
  createdBy: string;
  /** Orders of the import that stay, among those whose rows are being undone. */
  keptOrders?: readonly string[];
  newId: () => string;
};

/**
 * Gives back what rows of an import changed, field by field, and puts the customers
 * they made into the trash. What was changed since stays as it is now. The last
 * row comes first.
 */
export async function undoCustomerRows(
  tx: OrgTransaction,
  rows: readonly UndoRow[],
  plan: UndoPlan,
): Promise<UndoneRow[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ recordId }) => recordId))];
  const of = { connection: { shopId: plan.shopId }, deliveries: [], hasher: plan.hasher };
  const { state, tombstones } = await readKnown(tx, of, NO_KEYS, ids);
  const { shop } = state;
  if (!shop) throw new Error("the import's shop is gone");
  const draft = openDraft({ shopId: plan.shopId, shop, state, tombstones, newId: plan.newId });
  const touched = await findTouched(tx, ids, plan);
  const undoing: Undoing = { draft, touched, plan, dropped: new Set(), belongings: [] };
  const undone = rows.map(({ row, outcome, recordId, before }): UndoneRow => {
    const known = draft.customers.get(recordId);
    if (!known) return { row, undone: "kept" };
    if (outcome === "created") {
      if (!isUntouched(undoing, recordId)) return { row, undone: "kept" };
      const deletedAt = known.deletedAt ?? plan.now;
      draft.customers.set(recordId, { ...known, deletedAt, isChanged: true });
      return { row, undone: "trashed" };
    }
    const isRestored = restoreCustomer(undoing, recordId, customerBeforeSchema.parse(before));
    return { row, undone: isRestored ? "restored" : "kept" };
  });
  await dropIdentities(tx, [...undoing.dropped]);
  settleCustomers(
    draft,
    ids.filter((id) => draft.customers.has(id)),
  );
  const actor = { kind: "job", name: "import_undo" } as const;
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at: plan.now });
  await restoreBelongings(tx, undoing);
  return undone;
}
