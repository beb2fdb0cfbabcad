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

type GiveUp = NonNullable<Parameters<typeof consumeDead>[2]>;
const failing: GiveUp = async () => {
  throw new Error("the database is away");
};

async function consume(bodies: unknown[], giveUp = failing, attempts = 1) {
  const messages = bodies.map((body, i) => ({ id: String(i), timestamp: new Date(), attempts, body }));
  const batch = createMessageBatch("deliveries-dead", messages);
  await consumeDead(batch, env, giveUp);
  return getQueueResult(batch, createExecutionContext());
}

test("[5.4] a dead letter is tried once more; what is recorded then leaves its inbox", async () => {
  const { inbox, connectionId, config } = await configureInbox();
  await deliver(connectionId, { id: 7 });
  const crashed: boolean[] = [];
  const recorded: GiveUp = async ({ deliveries }, { hasCrashed }) => {
    crashed.push(hasCrashed);
    return deliveries.map(({ id, seq }) => ({ id, seq, outcome: "failed", reason: "gave_up", changed: [] }));
  };
  const message = { kind: "hand_on", orgId: config.orgId, connectionId, fromSeq: 1, toSeq: 1 };
  expect((await consume([message], recorded)).explicitAcks).toEqual(["0"]);
  expect((await inbox.read(1, 9)).deliveries).toEqual([]);
  await deliver(connectionId, { id: 8 });
  await consume([{ ...message, toSeq: 2 }], recorded, 2);
  expect(crashed).toEqual([false, true]);
});

test("[5.4] while the database is away a dead letter wakes its inbox, which still has the delivery and hands it on again", async () => {
  const { inbox, connectionId, config } = await configureInbox();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
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
