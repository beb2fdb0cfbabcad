import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { clusterIdentities } from "../customers/identity-graph";
import { keyText } from "../customers/identity-key";
import { personFacts } from "../customers/profile-facts";
import type { BatchDraft } from "../deliveries/batch-draft";
import { openPeople } from "../deliveries/open-people.server";
import { settleCustomers } from "../deliveries/settle-customers";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { requireRecordId } from "../record-id";
import { decide, withdraw } from "./decisions";
import { returnBelongings } from "./merge-belongings";
import { type MergeRecord, mergeRecordSchema } from "./merge-record";
import { factsAfterSplit } from "./merged-facts";

const mergeRow = z.object({
  id: z.uuid(),
  absorbedId: z.uuid(),
  survivorAnchor: z.uuid(),
  absorbedAnchor: z.uuid(),
  record: mergeRecordSchema,
  /** Who the survivor is today. */
  holderId: z.uuid(),
  /** Who has the anchors today: what shops told since may have taken them elsewhere. */
  anchoredIds: z.array(z.uuid()),
  isLatest: z.boolean(),
});
type Merge = z.output<typeof mergeRow>;

/**
 * Takes a merge back: both customers are as if it had not been, and what arrived
 * since goes to whom its evidence says. What a person changed on the survivor since
 * stays with it. Answers whose page shows the survivor. Throws `not_found`, and
 * `conflict` when a later merge has to be taken back first.
 */
export async function splitCustomers(ctx: OrgContext, input: { mergeId: string }): Promise<string> {
  requireRecordId(input.mergeId);
  const { organization } = await ctx.db.enterToWrite();
  return ctx.ports.jobs.inOrg(organization.id, (tx) => splitIn(tx, ctx, input.mergeId));
}

async function splitIn(tx: OrgTransaction, ctx: OrgContext, mergeId: string): Promise<string> {
  const merge = await readMerge(tx, mergeId);
  const { record, holderId, absorbedId } = merge;
  const customerIds = [holderId, absorbedId, ...merge.anchoredIds];
  const draft = await openPeople(tx, { customerIds, newId: ctx.newId });
  const at = ctx.now().toISOString();
  const ends = { from: merge.survivorAnchor, to: merge.absorbedAnchor };
  for (const statement of returnBelongings({ survivorId: holderId, absorbedId }, record)) {
    await tx.execute(statement);
  }
  const { isToldAsOne } = partInDraft(draft, merge);
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor: ctx.actor, at });
  await tx.execute(withdraw({ ...ends, verdict: "one" }));
  if (isToldAsOne) await tx.execute(decide({ ...ends, verdict: "apart" }, ctx));
  await tx.execute(ledgerClosed(ctx, { mergeId, pair: [holderId, absorbedId] }));
  const facts = { absorbed: absorbedId };
  await tx.execute(
    auditRow(ctx, { action: "customer.split", subject: { kind: "customer", id: holderId }, facts }),
  );
  return holderId;
}

/** Whom a person splits, that person does not want to hear of again as duplicates. */
function ledgerClosed({ actor, now }: OrgContext, split: { mergeId: string; pair: string[] }): SQL {
  const at = sql`${now().toISOString()}::timestamptz`;
  const by = sql`${actor.id}::uuid`;
  const [one, other] = split.pair.toSorted();
  return sql`
    with dismissed as (
      insert into duplicate_suggestions (one_id, other_id, score, reasons, state, found_at, decided_at, decided_by)
      values (${one}::uuid, ${other}::uuid, 0, '[]', 'dismissed', ${at}, ${at}, ${by})
      on conflict (org_id, one_id, other_id) do update
      set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by)
    update customer_merges set record = null, split_at = ${at}, split_by = ${by}
    where id = ${split.mergeId}::uuid`;
}

/** A merge that stands; the survivor may itself have become part of somebody else since. */
async function readMerge(tx: OrgTransaction, id: string): Promise<Merge> {
  const result = await tx.execute(sql`
    with recursive merge as (select * from customer_merges where id = ${id}::uuid and split_at is null),
    up(id, merged_into) as (
      select c.id, c.merged_into from merge m join customers c on c.id = m.survivor_id
      union select c.id, c.merged_into from up join customers c on c.id = up.merged_into),
    family(id) as (
      select id from up union select c.id from family f join customers c on c.merged_into = f.id)
    select m.id, m.absorbed_id as "absorbedId", m.survivor_identity_id as "survivorAnchor",
      m.absorbed_identity_id as "absorbedAnchor", m.record,
      (select id from up where merged_into is null) as "holderId",
      array(select i.customer_id from identities i where i.customer_id is not null
        and i.id in (m.survivor_identity_id, m.absorbed_identity_id)) as "anchoredIds",
      not exists (select from customer_merges l where l.survivor_id in (select id from family)
        and l.split_at is null and (l.merged_at, l.id) > (m.merged_at, m.id)) as "isLatest"
    from merge m`);
  const [merge] = readRows(mergeRow, result);
  if (!merge) throw new AppError("not_found", "errors:notFound");
  if (!merge.isLatest) throw new AppError("conflict", "duplicates:refused.laterFirst");
  return merge;
}

/** Who is who without the merge. Where shops have told since that both are one, the person's word stands against it. */
function partInDraft(draft: BatchDraft, merge: Merge): { isToldAsOne: boolean } {
  const [one, other] = [merge.survivorAnchor, merge.absorbedAnchor].map((id) => keyOf(draft, id));
  if (!one || !other) throw new AppError("conflict", "duplicates:refused.forgotten");
  draft.decisions = draft.decisions.filter(
    (known) => known.verdict !== "one" || !isSamePair([known.one, known.other], [one, other]),
  );
  const isToldAsOne = partOf(draft, other).includes(one);
  if (isToldAsOne) draft.decisions.push({ one, other, verdict: "apart" });
  const [survivor, absorbed] = [draft.customers.get(merge.holderId), draft.customers.get(merge.absorbedId)];
  if (!survivor || !absorbed) throw new Error("a customer to split is not in its draft");
  const profile = partedFacts(personFacts(survivor.profile), merge.record);
  const { deletedAt } = survivor;
  draft.customers.set(survivor.id, { ...survivor, profile, isChanged: true });
  draft.customers.set(absorbed.id, {
    ...absorbed,
    profile: merge.record.absorbed.own,
    mergedInto: null,
    deletedAt,
    isChanged: true,
  });
  settleCustomers(draft, [], new Map(partOf(draft, other).map((key) => [key, absorbed.id])));
  return { isToldAsOne };
}

function partedFacts(now: MergeRecord["applied"]["own"], { survivor, applied }: MergeRecord) {
  return factsAfterSplit({ now, applied: applied.own, before: survivor.own });
}

/** The key texts that belong together with this one. */
function partOf(draft: BatchDraft, key: string): string[] {
  const clusters = clusterIdentities(draft.identities.values(), draft.edges.values(), draft.decisions);
  return clusters.map((cluster) => cluster.map(keyText)).find((keys) => keys.includes(key)) ?? [];
}

function keyOf(draft: BatchDraft, identityId: string): string | undefined {
  const identity = [...draft.identities.values()].find(({ id }) => id === identityId);
  return identity && keyText(identity);
}

function isSamePair(a: string[], b: string[]): boolean {
  return a.toSorted().join("\n") === b.toSorted().join("\n");
}
