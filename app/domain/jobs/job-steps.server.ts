import { backfillStep } from "../backfills/backfill-step.server";
import { bulkChangeStep } from "../bulk/bulk-change-step.server";
import { bulkUndoStep } from "../bulk/bulk-undo-step.server";
import { deliveryReplayStep } from "../deliveries/desk/replay-step.server";
import { fullExportStep } from "../exports/full-export-step.server";
import { listExportStep } from "../exports/lists/list-export-step.server";
import { importRehearsalStep } from "../imports/rehearse-step.server";
import { importRunStep } from "../imports/run-step.server";
import { importUndoStep } from "../imports/undo-step.server";
import { gapFetchStep } from "../receipts/gap-fetch-step.server";
import type { JobSteps } from "./job-step";
import { politely } from "./politely";

/** What each kind of job does next. A new kind is added here and in `job-kinds`. */
export const JOB_STEPS: JobSteps = {
  backfill: backfillStep,
  bulk_change: bulkChangeStep,
  bulk_trash: bulkChangeStep,
  bulk_undo: bulkUndoStep,
  delivery_replay: deliveryReplayStep,
  full_export: fullExportStep,
  gap_fetch: gapFetchStep,
  list_export: listExportStep,
  import_rehearsal: politely(importRehearsalStep),
  import_run: politely(importRunStep),
  import_undo: politely(importUndoStep),
};
