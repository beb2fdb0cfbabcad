import { logEvent } from "~/lib/log";
import { rangesByOrganization } from "./ranges";

/**
 * Takes the hand-ons that failed too often. Their deliveries still wait in the
 * inbox, which goes on handing them on ever more slowly: it is only woken, in
 * case its alarm was lost, and the dead letter is recorded in the log.
 */
export async function consumeDead(batch: MessageBatch, env: Env): Promise<void> {
  for (const ranges of rangesByOrganization(batch.messages).values()) {
    for (const { orgId, connectionId, fromSeq, toSeq, messages } of ranges) {
      const { pending } = await env.INBOX.getByName(connectionId).poke();
      logEvent("deliveries.dead_letter", { orgId, connectionId, fromSeq, toSeq, pending });
      for (const message of messages) message.ack();
    }
  }
}
