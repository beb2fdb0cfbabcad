import type { Fact, Profile } from "~/db/schema/profile";
import { keyText } from "../customers/identity-key";
import type { BatchDraft } from "../deliveries/batch-draft";
import { foldTag } from "../tags/fold-tag";
import { type CustomerBefore, isField } from "./customer-before";
import type { Decision } from "./decide-customer-row";

/** The facts that a decision replaces where it puts its own. */
export function factsBefore(draft: BatchDraft, { row, facts }: Decision): Profile {
  const known: Record<string, Fact<unknown> | undefined> =
    draft.identities.get(keyText(row.home))?.profile ?? {};
  return Object.fromEntries(
    Object.keys(facts).flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]])),
  );
}

/** Whom the decision's identity belongs to, once the draft is settled. */
export function customerOf(draft: BatchDraft, { row }: Decision): string {
  const id = draft.identities.get(keyText(row.home))?.customerId;
  if (!id) throw new Error("an imported customer was not settled");
  return id;
}

/** What undoing a decision needs to know of the customer. */
export function beforeOf(
  draft: BatchDraft,
  { decision, facts, tagIds }: { decision: Decision; facts: Profile; tagIds: ReadonlyMap<string, string> },
): CustomerBefore {
  const idOf = (key: string) => draft.identities.get(key)?.id ?? "";
  const home = keyText(decision.row.home);
  return {
    identityId: idOf(home),
    fields: Object.keys(decision.facts).filter(isField),
    facts,
    identityIds: decision.newKeys.map(idOf),
    wasTrashed: decision.wasTrashed,
    tagIds: decision.tags.flatMap((tag) => tagIds.get(foldTag(tag)) ?? []),
    values: decision.values.map(({ said, before }) => ({ fieldId: said.field.id, before })),
    consents: decision.consents.flatMap(({ said, key, before, isFirst }) =>
      isFirst ? [{ identityId: idOf(key), channel: said.channel, before }] : [],
    ),
  };
}
