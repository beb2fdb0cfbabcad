import { type Assignment, assignCustomers } from "~/domain/customers/assign-customers";
import { clusterIdentities, compareSeniority, findHubs } from "~/domain/customers/identity-graph";
import { mergeProfiles, personFacts } from "~/domain/customers/profile-facts";
import { projectCustomer } from "~/domain/customers/project-customer";
import type { BatchDraft, DraftIdentity } from "./batch-draft";

/**
 * Says who each identity is, after everything the batch told: people come
 * together, fall apart, keep their ids, and look as their newest facts say. A new
 * order takes its customer out of the trash. `touched` are customers to write
 * whether or not the batch says anything about them; `given` are the customers that
 * a person says identities have, by key text.
 */
export function settleCustomers(
  draft: BatchDraft,
  touched: Iterable<string>,
  given: ReadonlyMap<string, string> = new Map(),
): void {
  for (const hub of findHubs(draft.edges.values())) {
    const identity = draft.identities.get(hub);
    if (identity && !identity.isHub) draft.identities.set(hub, { ...identity, isHub: true, isChanged: true });
  }
  const holders = new Map<string, string>();
  for (const [key, { customerId }] of draft.identities) {
    const holder = given.get(key) ?? customerId;
    if (holder) holders.set(key, holder);
  }
  const clusters = clusterIdentities(draft.identities.values(), draft.edges.values(), draft.decisions);
  const assignment = assignCustomers({ clusters, holders, newId: draft.newId });

  makeCustomers(draft, assignment);
  for (const [from, into] of assignment.mergedInto) mergeCustomer(draft, from, into);
  const changed = new Set([
    ...touched,
    ...moveIdentities(draft, assignment),
    ...ordersMoved(draft, assignment),
  ]);
  restoreBuyers(draft, assignment);
  const identitiesOf = groupByCustomer(draft);
  for (const [id, customer] of draft.customers) {
    if (!customer.isChanged && !changed.has(id)) continue;
    const columns = projectCustomer(identitiesOf.get(id) ?? [], personFacts(customer.profile));
    draft.customers.set(id, { ...customer, columns, isChanged: true });
  }
}

function makeCustomers(draft: BatchDraft, { made }: Assignment): void {
  for (const [id, origin] of made) {
    if (!origin) draft.newcomers.push(id);
    // The part that leaves a trashed customer is no less in the trash.
    const deletedAt = (origin && draft.customers.get(origin)?.deletedAt) ?? null;
    const { isSample } = draft.shop;
    const blank = { profile: {}, mergedInto: null, columns: null };
    draft.customers.set(id, { id, isSample, deletedAt, ...blank, isChanged: true });
  }
}

/** The one that stays takes over what a person set; it is in the trash only if both were. */
function mergeCustomer(draft: BatchDraft, from: string, into: string): void {
  const [old, kept] = [draft.customers.get(from), draft.customers.get(into)];
  if (!old || !kept) return;
  const profile = mergeProfiles([personFacts(kept.profile), personFacts(old.profile)]);
  const isSample = kept.isSample && old.isSample;
  draft.customers.set(into, { ...kept, profile, isSample, isChanged: true });
  draft.customers.set(from, { ...old, profile: {}, mergedInto: into, isChanged: true });
  if (kept.deletedAt && !old.deletedAt) restore(draft, into, "merged");
}

/** Gives identities their customers; answers the customers that gained, lost or heard of one. */
function moveIdentities(draft: BatchDraft, { customerOf }: Assignment): Set<string> {
  const changed = new Set<string>();
  for (const [key, identity] of draft.identities) {
    const customerId = customerOf.get(key) ?? null;
    const isMoved = customerId !== identity.customerId;
    if (!isMoved && !identity.isChanged) continue;
    for (const id of [customerId, identity.customerId]) if (id) changed.add(id);
    draft.identities.set(key, { ...identity, customerId, isChanged: true, isMoved });
  }
  return changed;
}

/** The customers, until now and from now on, of orders that changed. */
function ordersMoved(draft: BatchDraft, { customerOf }: Assignment): string[] {
  const changed = [...draft.orders.values()].filter((order) => order.isChanged);
  return changed.flatMap((order) => {
    const now = order.identity && customerOf.get(order.identity);
    return [order.customerBefore, now].filter((id) => typeof id === "string");
  });
}

/**
 * A new order takes its customer out of the trash, unless it is one of the past that the shop was asked for; a real shop's order makes no sample of anyone.
 */
function restoreBuyers(draft: BatchDraft, { customerOf }: Assignment): void {
  for (const order of draft.orders.values()) {
    const id = order.told && order.identity ? customerOf.get(order.identity) : undefined;
    const customer = id && draft.customers.get(id);
    if (!customer) continue;
    if (customer.isSample && !draft.shop.isSample) {
      draft.customers.set(customer.id, { ...customer, isSample: false, isChanged: true });
    }
    if (order.firstToldBy && customer.deletedAt && !(draft.isAsked && order.placedAt < customer.deletedAt)) {
      restore(draft, customer.id, "new_order");
      draft.restoredBy.add(order.firstToldBy);
    }
  }
}

function restore(draft: BatchDraft, id: string, because: "new_order" | "merged"): void {
  const customer = draft.customers.get(id);
  if (!customer) return;
  draft.customers.set(id, { ...customer, deletedAt: null, isChanged: true });
  draft.acts.push({ action: "customer.restored", subject: { kind: "customer", id }, facts: { because } });
}

/** Each customer's identities, most senior first. */
function groupByCustomer(draft: BatchDraft): Map<string, DraftIdentity[]> {
  const groups = new Map<string, DraftIdentity[]>();
  for (const identity of [...draft.identities.values()].sort(compareSeniority)) {
    if (!identity.customerId) continue;
    const group = groups.get(identity.customerId) ?? [];
    groups.set(identity.customerId, group);
    group.push(identity);
  }
  return groups;
}
