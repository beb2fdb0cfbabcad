import type { applyOrGiveUp } from "~/domain/deliveries/apply-or-give-up.server";
import { logError, logEvent } from "~/lib/log";
import { type Apply, applyRange } from "./deliveries";
import { type Range, rangesByOrganization } from "./ranges";

/** The database code is loaded when there is something to apply. */
const giveUpWhenLoaded: typeof applyOrGiveUp = async (input, given) => {
  const { applyOrGiveUp } = await import("~/domain/deliveries/apply-or-give-up.server");
  return applyOrGiveUp(input, given);
};

/**
 * Takes the hand-ons that failed too often, for a last try. What cannot be applied then is in the
 * log, where somebody can replay it. While the database is away nothing is given up: the deliveries
 * wait in their inbox, which hands them on ever more slowly and is woken in case its alarm was lost.
 */
export async function consumeDead(
  batch: MessageBatch,
  env: Env,
  giveUp: typeof applyOrGiveUp = giveUpWhenLoaded,
): Promise<void> {
  for (const ranges of rangesByOrganization(batch.messages).values()) {
    for (const range of ranges) await consumeRange(range, env, giveUp);
  }
}

async function consumeRange(range: Range, env: Env, giveUp: typeof applyOrGiveUp): Promise<void> {
  const { orgId, connectionId, fromSeq, toSeq, messages } = range;
  // Seen here before: that try has ended the worker.
  const hasCrashed = messages.some(({ attempts }) => attempts > 1);
  const apply: Apply = (input) => giveUp(input, { hasCrashed });
  try {
    await applyRange(range, env, apply);
  } catch (error) {
    logError("deliveries.dead_letter_waits", { orgId, connectionId, fromSeq, toSeq, error });
  }
  const { pending } = await env.INBOX.getByName(connectionId).poke();
  logEvent("deliveries.dead_letter", { orgId, connectionId, fromSeq, toSeq, pending });
  for (const message of messages) message.ack();
}
