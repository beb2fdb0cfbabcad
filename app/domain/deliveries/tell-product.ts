import type { CanonicalEvent } from "~/connectors/canonical";
import { compareVersions } from "~/domain/orders/order-version";
import type { BatchDraft } from "./batch-draft";
import { isFromFile } from "./file-records";
import { takeOverProduct } from "./take-over-record";
import type { EventEffect } from "./tell-event";
import { isRemoved, tellRemoved, tellRestored } from "./tell-removal";
import type { ToldEvent } from "./told-event";

export function tellProductState(
  draft: BatchDraft,
  told: ToldEvent,
  event: Extract<CanonicalEvent, { kind: "product.state" }>,
): EventEffect {
  const { externalId } = event.product;
  const version = { at: told.time, rank: 0, hash: told.bodyHash };
  const known = takeOverProduct(draft, event.product) ?? draft.products.get(externalId);
  const isStale =
    known !== undefined && !isFromFile(known.version) && compareVersions(version, known.version) < 0;
  if (!isStale) {
    const id = known?.id ?? draft.newId();
    draft.products.set(externalId, {
      id,
      externalId,
      version,
      removedAt: known?.removedAt ?? null,
      corrections: known?.corrections ?? {},
      told: event.product,
      isChanged: true,
    });
  }
  if (event.isRestored) tellRestored(draft, "product", externalId, told.receivedAt);
  settleProduct(draft, externalId);
  return { outcome: isStale ? "stale" : "applied", changed: ["products"], isWithheld: false };
}

export function tellProductRemoved(draft: BatchDraft, told: ToldEvent, externalId: string): EventEffect {
  tellRemoved(draft, "product", externalId, told.receivedAt);
  settleProduct(draft, externalId);
  const product = draft.products.get(externalId);
  const isStale = product !== undefined && product.removedAt === null;
  return { outcome: isStale ? "stale" : "applied", changed: ["products"], isWithheld: false };
}

function settleProduct(draft: BatchDraft, externalId: string): void {
  const product = draft.products.get(externalId);
  if (!product) return;
  const removedAt = isRemoved(draft, "product", externalId, product.version.at);
  if (removedAt === product.removedAt) return;
  draft.products.set(externalId, { ...product, removedAt, isChanged: true });
}
