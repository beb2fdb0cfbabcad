import type { OrgTransaction } from "~/db/org-transaction";
import type { OrgContext } from "~/domain/context";
import { compareSeniority } from "~/domain/customers/identity-graph";
import { type IdentityKey, keyText } from "~/domain/customers/identity-key";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import { type BatchDraft, type DraftIdentity, openDraft } from "../batch-draft";
import { readKnown } from "../load-batch.server";
import { settleCustomers } from "../settle-customers";
import { seeEdge, seeIdentity } from "../tell-person";
import { writeBatch } from "../write/write-batch.server";

/** Stands for a shop where a person tells something. */
export const NO_SHOP = "00000000-0000-0000-0000-000000000000";

type People = { customerIds: readonly string[]; identities: IdentityKey[] };

/** Opens what is known of people, to change it by hand by the rules of deliveries. */
export async function openPeople(tx: OrgTransaction, ctx: OrgContext, people: People): Promise<BatchDraft> {
  const { organization } = await ctx.db.entry();
  const connection = { id: NO_SHOP, shopId: NO_SHOP, platform: "woocommerce" } as const;
  const { identities, customerIds } = people;
  const tombstones = identities.map(keyText);
  const none = { deliveryIds: [], orders: [], products: [], accounts: [] };
  const hasher = await tombstoneHasher(ctx.keyring, organization.id);
  const known = await readKnown(
    tx,
    { connection, deliveries: [], hasher },
    { ...none, identities, tombstones },
    customerIds,
  );
  const shop = { externalId: null, currency: organization.currency, isSample: false, others: [] };
  return openDraft({ shopId: NO_SHOP, shop, ...known, newId: ctx.newId });
}

/** Says who is who after the change, and writes it. */
export async function settlePeople(
  tx: OrgTransaction,
  { actor, now }: Pick<OrgContext, "actor" | "now">,
  draft: BatchDraft,
  touched: readonly string[],
): Promise<void> {
  settleCustomers(draft, touched);
  const at = now().toISOString();
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at });
}

/**
 * Makes the contact one by which the customer is known, told together with its most senior
 * identity. What many share tells nobody apart and stays a contact only.
 */
export function claimIdentity(draft: BatchDraft, customerId: string, key: IdentityKey, at: string): void {
  const known = draft.identities.get(keyText(key));
  if (known?.customerId === customerId || known?.isHub) return;
  const own = [...draft.identities.values()].filter((one) => one.customerId === customerId);
  const [senior] = own.filter((one) => !one.isHub).sort(compareSeniority);
  if (own.length > 0 && !senior) return;
  const claimed: DraftIdentity = { ...seeIdentity(draft, key, at), customerId };
  draft.identities.set(keyText(key), claimed);
  if (!senior) return;
  const [stronger, weaker] = [senior, claimed].sort(compareSeniority);
  if (stronger && weaker) seeEdge(draft, stronger, weaker, at);
}
