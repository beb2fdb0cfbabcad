import { uuidv7 } from "uuidv7";
import type { applyHalving } from "~/domain/deliveries/apply-halving.server";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import { parseKeyring } from "~/lib/keyring";
import { logError, logEvent } from "~/lib/log";
import { configOf } from "../config";
import { tellScreens } from "../tell-screens";
import { type Range, rangesByOrganization } from "./ranges";

export type Apply = typeof applyHalving;

const ORGANIZATIONS_AT_ONCE = 4;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 300;

/** The database code is loaded when there is something to apply, never for a webhook. */
const applyWhenLoaded: Apply = async (input) => {
  const { applyHalving } = await import("~/domain/deliveries/apply-halving.server");
  return applyHalving(input);
};

/**
 * Applies the deliveries that inboxes handed on. Repeating any of it is safe: the
 * inbox stops handing on only what was confirmed, and applying twice changes nothing.
 */
export async function consumeDeliveries(
  batch: MessageBatch,
  env: Env,
  apply: Apply = applyWhenLoaded,
): Promise<void> {
  const organizations = [...rangesByOrganization(batch.messages).values()];
  await forEachAtOnce(ORGANIZATIONS_AT_ONCE, organizations, async (ranges) => {
    for (const range of ranges) await consumeRange(range, env, apply);
  });
}

async function consumeRange(range: Range, env: Env, apply: Apply): Promise<void> {
  try {
    await applyRange(range, env, apply);
    for (const message of range.messages) message.ack();
  } catch (error) {
    const { orgId, connectionId, fromSeq, toSeq } = range;
    logError("deliveries.not_applied", { orgId, connectionId, fromSeq, toSeq, error });
    for (const message of range.messages) message.retry({ delaySeconds: retrySeconds(message.attempts) });
  }
}

/** Applies what is pending of a range, page by page, and ends the inbox's responsibility for it. */
export async function applyRange(range: Range, env: Env, apply: Apply): Promise<void> {
  const config = configOf(env);
  const inbox = env.INBOX.getByName(range.connectionId);
  for (let from: number | null = range.fromSeq; from !== null; ) {
    const { connection, deliveries, nextSeq } = await inbox.read(from, range.toSeq);
    if (connection?.orgId !== range.orgId) {
      logEvent("deliveries.range_refused", { orgId: range.orgId, connectionId: range.connectionId });
      return;
    }
    from = nextSeq;
    if (deliveries.length === 0) continue;
    const results = await apply({
      databaseUrl: config.databaseUrl,
      orgId: connection.orgId,
      connection: {
        id: connection.connectionId,
        shopId: connection.shopId,
        platform: connection.platform,
        ...(connection.settings && { settings: connection.settings }),
      },
      deliveries,
      keys: parseKeyring(config.encryptionKeys),
      tries: Math.max(...range.messages.map(({ attempts }) => attempts)),
      now: () => new Date(),
      newId: uuidv7,
    });
    await inbox.confirm(results.map(({ seq }) => seq));
    await tellScreens(env, range.orgId, [
      "deliveries",
      ...new Set(results.flatMap(({ changed }) => changed)),
    ]);
  }
}

function retrySeconds(attempts: number): number {
  return Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS);
}
