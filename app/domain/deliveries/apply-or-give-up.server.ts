import { isAppError } from "~/lib/app-error";
import { type ApplyInput, applyInterpreted } from "./apply-deliveries.server";
import { applyHalving } from "./apply-halving.server";
import type { AppliedDelivery } from "./delivery.schema";
import { failedBy } from "./failed-by";

const AWAY = "errors:databaseUnavailable";

/**
 * The last try for deliveries that failed over and over: what still cannot be applied is recorded
 * as failed, with its body, so that somebody sees it and can replay it. `hasCrashed`: the last try
 * ended without an answer, so there is none. Throws when the database is away: then they wait.
 */
export async function applyOrGiveUp(
  input: ApplyInput,
  { hasCrashed }: { hasCrashed: boolean },
): Promise<AppliedDelivery[]> {
  if (hasCrashed) return giveUp(input, null);
  try {
    return await applyHalving(input);
  } catch (error) {
    if (isAppError(error) && error.messageKey === AWAY) throw error;
    return giveUp(input, failedBy(error).detail);
  }
}

function giveUp(input: ApplyInput, detail: string | null): Promise<AppliedDelivery[]> {
  const verdict = { outcome: "failed", reason: "gave_up", detail } as const;
  return applyInterpreted(
    input,
    input.deliveries.map((delivery) => ({ delivery, events: [], verdict })),
  );
}
