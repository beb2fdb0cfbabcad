import { useFetcher } from "@remix-run/react";
import { useCallback } from "react";
import type { BulkAct, BulkSelection } from "~/domain/bulk/bulk.schema";
import type { CreatedBulkChange } from "~/domain/bulk/create-bulk-change.server";
import type { UndoneBulkChange } from "~/domain/bulk/undo-bulk-change.server";
import type { TrashNoun } from "~/domain/trash/trash-nouns";

type BulkAnswer = { refusal: string } | { made: CreatedBulkChange } | { undone: UndoneBulkChange };
type BulkRequest = { noun: TrashNoun; act: BulkAct; selection: BulkSelection };

/**
 * Changes many records, and undoes such changes. All of a page share one fetcher, so
 * that `BulkNotices` says what came of it when the bar that asked is gone.
 */
export function useBulk(base: string) {
  const { submit, state, data } = useFetcher<BulkAnswer>({ key: "bulk" });
  const send = useCallback(
    (fields: Record<string, string>) => submit(fields, { method: "post", action: `${base}/bulk` }),
    [submit, base],
  );
  const undo = useCallback((changeId: string) => send({ intent: "undo", changeId }), [send]);
  const change = (request: BulkRequest) => send({ intent: "change", request: JSON.stringify(request) });
  /** Null while something is on its way. */
  const answer = state === "idle" ? (data ?? null) : null;
  return { isPending: state !== "idle", answer, change, undo };
}
