import { beginValues } from "~/domain/fields/begin-values";
import { AppError } from "~/lib/app-error";
import type { Batch } from "./batch";
import { type BatchDraft, openDraft } from "./batch-draft";
import type { LoadedBatch } from "./load-batch.server";
import { tellSurvivors } from "./survivors";

/** The draft of what was loaded for a batch, with what its erasures left to tell. Throws `not_found` without a shop. */
export function openBatchDraft(
  { state, tombstones, erased }: LoadedBatch,
  { connection, newId }: Pick<Batch, "connection" | "newId">,
  isAsked = false,
): BatchDraft {
  const { shop } = state;
  if (!shop) throw new AppError("not_found", "errors:notFound");
  // Nobody is refused whom a shop tells of: a required field without a default is asked for on the customer's page.
  const begin = { source: "shop", values: beginValues(state.defaults, {}).values } as const;
  const draft = openDraft({ shopId: connection.shopId, shop, state, tombstones, begin, newId, isAsked });
  if (erased) {
    tellSurvivors(draft, erased.survivors);
    draft.acts.push(...erased.acts);
  }
  return draft;
}
