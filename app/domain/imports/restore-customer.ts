import type { Fact, Profile } from "~/db/schema/profile";
import { keyText } from "../customers/identity-key";
import { personFacts } from "../customers/profile-facts";
import type { BatchDraft, DraftIdentity } from "../deliveries/batch-draft";
import type { CustomerBefore } from "./customer-before";
import type { Touched } from "./find-touched.server";

/** The undoing of some rows, while it goes on. */
export type Undoing = {
  draft: BatchDraft;
  touched: Touched;
  plan: { importId: string; at: string; now: string; createdBy: string };
  /** Identities that go. */
  dropped: Set<string>;
  /** What is to be given back besides facts, the last row first. */
  belongings: { customerId: string; before: CustomerBefore }[];
};

const isOwn = (fact: Fact<unknown> | undefined, { plan }: Undoing) =>
  fact?.hash.startsWith(`import ${plan.importId} `) ?? false;

/** Whether all that is known of a customer still is what the import said. */
export function isUntouched(undoing: Undoing, customerId: string): boolean {
  const { draft, touched } = undoing;
  if (touched.bought.has(customerId) || touched.worked.has(customerId)) return false;
  const own = draft.customers.get(customerId)?.profile ?? {};
  if (Object.keys(personFacts(own)).length > 0) return false;
  return identitiesOf(draft, customerId).every((identity) =>
    Object.values(identity.profile).every((fact) => isOwn(fact, undoing)),
  );
}

/** Gives back what a row changed, where the change still stands. False when nothing of it does. */
export function restoreCustomer(undoing: Undoing, customerId: string, before: CustomerBefore): boolean {
  const { draft, touched } = undoing;
  let isRestored = restoreFacts(undoing, before);
  for (const id of before.identityIds) if (dropIdentity(undoing, customerId, id)) isRestored = true;
  const tags = before.tagIds.filter((tagId) => touched.ownTags.has(`${customerId} ${tagId}`));
  const values = before.values.filter(({ fieldId }) => touched.ownValues.has(`${customerId} ${fieldId}`));
  const consents = before.consents.filter(({ identityId, channel }) =>
    touched.ownConsents.has(`${identityId} ${channel}`),
  );
  if (tags.length + values.length + consents.length > 0) {
    undoing.belongings.push({ customerId, before: { ...before, tagIds: tags, values, consents } });
    isRestored = true;
  }
  const customer = draft.customers.get(customerId);
  if (before.wasTrashed && customer?.deletedAt === null && isUntouchedSince(undoing, customer)) {
    draft.customers.set(customerId, { ...customer, deletedAt: undoing.plan.now, isChanged: true });
    isRestored = true;
  }
  return isRestored;
}

/** Whether nobody bought, and nobody worked on it, since the import took it out of the trash. */
function isUntouchedSince({ touched, plan }: Undoing, { id, profile }: { id: string; profile: Profile }) {
  const byHand = Object.values(personFacts(profile));
  return !touched.bought.has(id) && !touched.worked.has(id) && byHand.every((fact) => fact.at < plan.at);
}

function restoreFacts(undoing: Undoing, before: CustomerBefore): boolean {
  const identity = findIdentity(undoing.draft, before.identityId);
  if (!identity) return false;
  const current: Record<string, Fact<unknown> | undefined> = { ...identity.profile };
  const was: Record<string, Fact<unknown> | undefined> = before.facts;
  const standing = before.fields.filter((field) => isOwn(current[field], undoing));
  for (const field of standing) {
    if (was[field]) current[field] = was[field];
    else delete current[field];
  }
  if (standing.length === 0) return false;
  const profile = current as Profile;
  undoing.draft.identities.set(keyText(identity), { ...identity, profile, isChanged: true });
  return true;
}

/** Forgets an identity that the import added, unless anything since may have named it too. */
function dropIdentity(undoing: Undoing, customerId: string, id: string): boolean {
  const { draft, touched, plan, dropped } = undoing;
  const identity = findIdentity(draft, id);
  if (!identity || identity.customerId !== customerId || touched.bought.has(customerId)) return false;
  const isNamed = Object.keys(identity.profile).length > 0 || identity.firstSeenAt !== plan.at;
  if (isNamed || identitiesOf(draft, customerId).length < 2) return false;
  const key = keyText(identity);
  const edges = [...draft.edges].filter(([, { stronger, weaker }]) => stronger === key || weaker === key);
  if (edges.some(([, edge]) => edge.firstSeenAt !== plan.at)) return false;
  for (const [edge] of edges) draft.edges.delete(edge);
  draft.identities.delete(key);
  dropped.add(id);
  return true;
}

function identitiesOf(draft: BatchDraft, customerId: string): DraftIdentity[] {
  return [...draft.identities.values()].filter((identity) => identity.customerId === customerId);
}

function findIdentity(draft: BatchDraft, id: string | null): DraftIdentity | undefined {
  return [...draft.identities.values()].find((identity) => identity.id === id);
}
