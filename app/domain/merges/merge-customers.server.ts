import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import type { MergeRecord } from "~/db/schema/identity";
import type { Profile } from "~/db/schema/profile";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { compareSeniority } from "../customers/identity-graph";
import { keyText } from "../customers/identity-key";
import { personFacts } from "../customers/profile-facts";
import type { BatchDraft, DraftIdentity } from "../deliveries/batch-draft";
import { openPeople } from "../deliveries/open-people.server";
import { settleCustomers } from "../deliveries/settle-customers";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { requireRecordId } from "../record-id";
import { decide } from "./decisions";
import type { MergeInput } from "./merge.schema";
import { fieldsTaken, giveBelongings, valuesAfter } from "./merge-belongings";
import { type MergeSide, readSides } from "./merge-sides.server";
import { mergedFacts } from "./merged-facts";

type Sides = { survivor: MergeSide; absorbed: MergeSide };

/**
 * Makes one customer of two because a person says so: the decision joins their
 * identities, whatever shops tell, and the other's address leads to the survivor.
 * What both had is kept, so that `splitCustomers` can put them back. Throws
 * `not_found`, and `conflict` when one of them is not to be merged.
 */
export async function mergeCustomers(ctx: OrgContext, input: MergeInput): Promise<void> {
  requireRecordId(input.survivorId);
  requireRecordId(input.absorbedId);
  const { organization } = await ctx.db.enterToWrite();
  await ctx.ports.jobs.inOrg(organization.id, (tx) => mergeIn(tx, ctx, input));
}

async function mergeIn(tx: OrgTransaction, ctx: OrgContext, input: MergeInput): Promise<void> {
  const sides = await readSides(tx, input);
  const draft = await openPeople(tx, {
    customerIds: [input.survivorId, input.absorbedId],
    newId: ctx.newId,
  });
  const parties = {
    survivor: partyOf(draft, sides.survivor.id),
    absorbed: partyOf(draft, sides.absorbed.id),
  };
  const anchors = {
    survivor: anchorOf(parties.survivor.identities, sides.survivor),
    absorbed: anchorOf(parties.absorbed.identities, sides.absorbed),
  };
  const at = ctx.now().toISOString();
  const taken = new Set<string>(input.taken);
  const identities = [...parties.survivor.identities, ...parties.absorbed.identities].sort(compareSeniority);
  const own = mergedFacts({ ...parties, identities, taken, at });
  const fields = fieldsTaken(sides, taken);

  await tx.execute(giveBelongings(input, fields));
  joinInDraft(draft, { ...input, own, absorbedIdentities: parties.absorbed.identities, anchors });
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor: ctx.actor, at });
  const record = recordOf(sides, parties, { own, values: valuesAfter(sides, fields) });
  await tx.execute(decide({ from: anchors.survivor.id, to: anchors.absorbed.id, verdict: "one" }, ctx));
  await tx.execute(sql`insert into customer_merges
    (id, survivor_id, absorbed_id, survivor_identity_id, absorbed_identity_id, record, merged_at, merged_by)
    values (${ctx.newId()}::uuid, ${input.survivorId}::uuid, ${input.absorbedId}::uuid, ${anchors.survivor.id}::uuid,
      ${anchors.absorbed.id}::uuid, ${JSON.stringify(record)}::jsonb, ${at}::timestamptz, ${ctx.actor.id}::uuid)`);
  await writeActs(tx, ctx, { ...input, parties });
}

type Party = { identities: DraftIdentity[]; own: Profile; shown: Record<string, unknown> };
type Parties = { survivor: Party; absorbed: Party };

function partyOf(draft: BatchDraft, id: string): Party {
  const profile = draft.customers.get(id)?.profile ?? {};
  const identities = [...draft.identities.values()].filter(({ customerId }) => customerId === id);
  return {
    identities: identities.sort(compareSeniority),
    own: personFacts(profile),
    shown: Object.fromEntries(Object.entries(profile).map(([field, fact]) => [field, fact?.value])),
  };
}

/** The identity that a decision about the customer is about: always the same, so that merges can be taken back one by one. */
function anchorOf(identities: readonly DraftIdentity[], side: MergeSide): DraftIdentity {
  const kept = identities.find(({ id }) => side.anchors.includes(id));
  const anchor = kept ?? identities.find(({ isHub }) => !isHub);
  if (!anchor) throw new AppError("conflict", "duplicates:refused.nothingKnown");
  return anchor;
}

function joinInDraft(
  draft: BatchDraft,
  input: MergeInput & {
    own: Profile;
    absorbedIdentities: readonly DraftIdentity[];
    anchors: { survivor: DraftIdentity; absorbed: DraftIdentity };
  },
): void {
  const { survivorId, absorbedId, own, anchors } = input;
  const [survivor, absorbed] = [draft.customers.get(survivorId), draft.customers.get(absorbedId)];
  if (!survivor || !absorbed) throw new Error("a customer to merge is not in its draft");
  draft.customers.set(survivorId, { ...survivor, profile: own, isChanged: true });
  draft.customers.set(absorbedId, { ...absorbed, profile: {}, mergedInto: survivorId, isChanged: true });
  const [one, other] = [keyText(anchors.survivor), keyText(anchors.absorbed)];
  draft.decisions.push({ one, other, verdict: "one" });
  settleCustomers(draft, [], new Map(input.absorbedIdentities.map((key) => [keyText(key), survivorId])));
}

function recordOf(sides: Sides, parties: Parties, applied: MergeRecord["applied"]): MergeRecord {
  const { tags, values, notes, orders } = sides.absorbed;
  return {
    survivor: { own: parties.survivor.own, tags: sides.survivor.tags, values: sides.survivor.values },
    absorbed: { own: parties.absorbed.own, tags, values, notes, orders },
    applied,
  };
}

/** Two acts, so that erasing either takes what the log holds of it. */
async function writeActs(
  tx: OrgTransaction,
  ctx: OrgContext,
  { survivorId, absorbedId, taken, parties }: MergeInput & { parties: Parties },
): Promise<void> {
  const subject = (id: string) => ({ kind: "customer", id });
  const facts = { absorbed: absorbedId, taken: taken.length };
  const before = parties.survivor.shown;
  await tx.execute(auditRow(ctx, { action: "customer.merged", subject: subject(survivorId), facts, before }));
  await tx.execute(
    auditRow(ctx, {
      action: "customer.absorbed",
      subject: subject(absorbedId),
      facts: { survivor: survivorId },
      before: parties.absorbed.shown,
    }),
  );
}
