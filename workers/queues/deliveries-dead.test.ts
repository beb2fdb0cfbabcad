import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { catchHandOns, configureInbox, deliver } from "../durable-objects/inbox/inbox-fixture";
import { consumeDead } from "./deliveries-dead";

async function consume(bodies: unknown[]) {
  const messages = bodies.map((body, i) => ({ id: String(i), timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch("deliveries-dead", messages);
  await consumeDead(batch, env);
  return getQueueResult(batch, createExecutionContext());
}

test("[5.4] a dead letter wakes its inbox, which still has the delivery and hands it on again", async () => {
  const { inbox, connectionId, config } = await configureInbox();
  const sent = await catchHandOns(inbox);
  await deliver(connectionId, { id: 7 });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await runInDurableObject(inbox, (_inbox, state) => {
    state.storage.sql.exec("UPDATE hand_ons SET due_at = 0");
    return state.storage.deleteAlarm();
  });
  const { orgId } = config;
  const message = { kind: "hand_on", orgId, connectionId, fromSeq: 1, toSeq: 1 };
  const { explicitAcks, retryMessages } = await consume([message, "not ours"]);
  expect(explicitAcks.sort()).toEqual(["0", "1"]);
  expect(retryMessages).toEqual([]);
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect((await inbox.read(1, 9)).deliveries).toHaveLength(1);
});
