import { type BatchDraft, type DraftRemoval, removalKey } from "./batch-draft";

type Kind = DraftRemoval["kind"];

/** The shop deleted a record; the latest time stands. */
export function tellRemoved(draft: BatchDraft, kind: Kind, externalId: string, at: string): void {
  const known = registerOf(draft, kind, externalId);
  if ((known.removedAt ?? "") >= at) return;
  draft.removals.set(removalKey(kind, externalId), { ...known, removedAt: at, isChanged: true });
}

/** The shop took a record back out of its bin; the latest time stands. */
export function tellRestored(draft: BatchDraft, kind: Kind, externalId: string, at: string): void {
  const known = registerOf(draft, kind, externalId);
  if ((known.restoredAt ?? "") >= at) return;
  draft.removals.set(removalKey(kind, externalId), { ...known, restoredAt: at, isChanged: true });
}

/** When the record was removed, unless its state in force or a restoration is later; else null. */
export function isRemoved(
  draft: BatchDraft,
  kind: Kind,
  externalId: string,
  versionAt: string,
): string | null {
  const { removedAt, restoredAt } = registerOf(draft, kind, externalId);
  return removedAt && removedAt > versionAt && removedAt > (restoredAt ?? "") ? removedAt : null;
}

function registerOf(draft: BatchDraft, kind: Kind, externalId: string): DraftRemoval {
  const none = { kind, externalId, removedAt: null, restoredAt: null, isChanged: false };
  return draft.removals.get(removalKey(kind, externalId)) ?? none;
}
