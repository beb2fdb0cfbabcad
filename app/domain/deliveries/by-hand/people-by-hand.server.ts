import type { OrgTransaction } from "~/db/org-transaction";
import type { Entry } from "~/db/request-batch";
import type { Act } from "~/domain/audit/audit-row";
import type { OrgContext } from "~/domain/context";
import { compareSeniority } from "~/domain/customers/identity-graph";
import { type IdentityKey, keyText } from "~/domain/customers/identity-key";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import { type BatchDraft, type DraftIdentity, openDraft } from "../batch-draft";
import { NO_KEYS } from "../batch-keys";
import { readKnown } from "../load-batch.server";
import { seeEdge, seeIdentity } from "../tell-person";
import { writeBatch } from "../write/write-batch.server";

/** Stands for a shop where a person tells something. */
export const NO_SHOP = "00000000-0000-0000-0000-000000000000";

/** A transaction in which somebody changes people. */
export type ByHand = { tx: OrgTransaction; ctx: OrgContext; organization: Entry["organization"] };

type People = { customerIds: readonly string[]; identities: IdentityKey[] };

/** Changes people in one transaction, behind the organization's lock, for whoever may. */
export async function changePeople<T>(ctx: OrgContext, work: (by: ByHand) => Promise<T>): Promise<T> {
  const { organization } = await ctx.db.enterToWrite();
  return ctx.ports.jobs.inOrg(organization.id, (tx) => work({ tx, ctx, organization }));
}

/** Opens what is known of people, to change it by hand by the rules of deliveries. */
export async function openPeople({ tx, ctx, organization }: ByHand, people: People): Promise<BatchDraft> {
  const connection = { id: NO_SHOP, shopId: NO_SHOP, platform: "woocommerce" } as const;
  const { identities, customerIds } = people;
  const tombstones = identities.map(keyText);
  const hasher = await tombstoneHasher(ctx.keyring, organization.id);
  const known = await readKnown(
    tx,
    { connection, deliveries: [], hasher },
    { ...NO_KEYS, identities, tombstones },
    customerIds,
  );
  const shop = { externalId: null, currency: organization.currency, isSample: false, others: [] };
  return openDraft({ shopId: NO_SHOP, shop, ...known, newId: ctx.newId });
}

/** Writes the settled draft together with the act that changed it. */
export async function writePeople({ tx, ctx }: ByHand, draft: BatchDraft, act: Act): Promise<void> {
  draft.acts.push(act);
  const at = ctx.now().toISOString();
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor: ctx.actor, at });
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
