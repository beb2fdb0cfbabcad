import { type HandOnMessage, handOnMessageSchema } from "~/domain/deliveries/delivery.schema";
import { logEvent } from "~/lib/log";

/** Neighbouring hand-ons of one inbox, applied together and acknowledged together. */
export type Range = Omit<HandOnMessage, "kind"> & { messages: Message[] };

/**
 * The batch's ranges per organization, in the order of their inboxes. A message
 * that is none of ours would fail for ever: it is acknowledged and logged, and
 * its delivery, if there is one, is handed on again by its inbox.
 */
export function rangesByOrganization(messages: readonly Message[]): Map<string, Range[]> {
  const ranges = messages.flatMap((message) => {
    const parsed = handOnMessageSchema.safeParse(message.body);
    if (parsed.success) return [{ ...parsed.data, messages: [message] }];
    logEvent("queue.message_refused", { messageId: message.id, attempts: message.attempts });
    message.ack();
    return [];
  });
  ranges.sort((a, b) => a.connectionId.localeCompare(b.connectionId) || a.fromSeq - b.fromSeq);
  const byOrganization = new Map<string, Range[]>();
  for (const range of ranges) {
    const known = byOrganization.get(range.orgId) ?? [];
    byOrganization.set(range.orgId, join(known, range));
  }
  return byOrganization;
}

function join(known: Range[], next: Range): Range[] {
  const last = known.at(-1);
  const isNeighbour = last?.connectionId === next.connectionId && next.fromSeq <= last.toSeq + 1;
  if (!last || !isNeighbour) return [...known, next];
  const toSeq = Math.max(last.toSeq, next.toSeq);
  return [...known.slice(0, -1), { ...last, toSeq, messages: [...last.messages, ...next.messages] }];
}
