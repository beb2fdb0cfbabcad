import type { OrgTransaction } from "~/db/org-transaction";
import { type BatchDraft, openDraft } from "./batch-draft";
import { NO_KEYS } from "./batch-keys";
import { readBatchState } from "./read-batch-state.server";

const NO_SHOP = "00000000-0000-0000-0000-000000000000";
const NO_TIME = new Date(0).toISOString();

/**
 * The customers with everyone whom evidence connects to them, as a draft that no
 * delivery has a part in: change it, settle it and write it.
 */
export async function openPeople(
  tx: OrgTransaction,
  input: { customerIds: readonly string[]; newId: () => string },
): Promise<BatchDraft> {
  const state = await readBatchState(tx, {
    shopId: NO_SHOP,
    ...NO_KEYS,
    hashes: [],
    customerIds: input.customerIds,
    received: { from: NO_TIME, to: NO_TIME },
  });
  const shop = { externalId: null, currency: "", isSample: false, others: [] };
  return openDraft({ shopId: NO_SHOP, shop, state, tombstones: new Map(), newId: input.newId });
}
