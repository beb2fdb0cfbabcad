import type { OrgContext } from "../../context";
import { replayDelivery } from "../replay-delivery.server";
import { createReplay } from "./create-replay.server";
import type { DeskAnswer } from "./desk-answer";
import { rehearseReplay } from "./rehearse-replay.server";
import type { DeskAct } from "./replay-selection";

/** Rehearses or replays what was selected: one delivery while somebody waits, more of them as a job. */
export async function actOnDeliveries(ctx: OrgContext, { intent, selection }: DeskAct): Promise<DeskAnswer> {
  if (intent === "rehearse") return { kind: "rehearsed", rehearsal: await rehearseReplay(ctx, selection) };
  const [only, ...others] = selection.kind === "ids" ? selection.ids : [];
  if (only !== undefined && others.length === 0) {
    const { outcome } = await replayDelivery(ctx, { deliveryId: only });
    return { kind: "replayed", outcome };
  }
  await createReplay(ctx, selection);
  return { kind: "queued" };
}
