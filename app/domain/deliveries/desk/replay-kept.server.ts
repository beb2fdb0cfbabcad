import type { OrgTransaction } from "~/db/org-transaction";
import type { Actor } from "~/domain/context";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import type { Keyring } from "~/lib/keyring";
import { applyBatch } from "../apply-batch.server";
import type { Connection, InOrg } from "../batch";
import type { AppliedDelivery, ReceivedDelivery } from "../delivery.schema";
import { eraseShops } from "../erase-shop.server";
import { failedBy, isAboutDelivery } from "../failed-by";
import type { Interpreted } from "../interpret-delivery";
import { interpretKept } from "../interpret-kept";

/** Who replays, and with what. */
export type Replaying = {
  inOrg: InOrg;
  orgId: string;
  actor: Actor;
  keyring: Keyring;
  now: () => Date;
  newId: () => string;
  /** The replay of many that it is part of. */
  replayId?: string;
  /** Written in the transaction of the deliveries that it is about. */
  along?: (tx: OrgTransaction, applied: readonly AppliedDelivery[]) => Promise<void>;
};

/**
 * Applies deliveries of one connection once more, in their order, and records what became of each.
 * What cannot be applied is halved until it stands alone, and recorded as failed. Throws only what
 * a later try may get over.
 */
export async function replayKept(
  replaying: Replaying,
  connection: Connection,
  deliveries: readonly ReceivedDelivery[],
): Promise<AppliedDelivery[]> {
  const interpreted = deliveries.map((delivery) => interpretKept(connection, delivery));
  return replayInterpreted(replaying, connection, interpreted);
}

async function replayInterpreted(
  replaying: Replaying,
  connection: Connection,
  deliveries: readonly Interpreted[],
): Promise<AppliedDelivery[]> {
  try {
    return await apply(replaying, connection, deliveries);
  } catch (error) {
    if (!isAboutDelivery(error)) throw error;
    const [only] = deliveries;
    if (deliveries.length <= 1) {
      return only ? apply(replaying, connection, [{ ...only, events: [], verdict: failedBy(error) }]) : [];
    }
    const middle = Math.ceil(deliveries.length / 2);
    const first = await replayInterpreted(replaying, connection, deliveries.slice(0, middle));
    return [...first, ...(await replayInterpreted(replaying, connection, deliveries.slice(middle)))];
  }
}

async function apply(replaying: Replaying, connection: Connection, deliveries: readonly Interpreted[]) {
  const { inOrg, orgId, actor, keyring, now, newId, replayId, along } = replaying;
  await eraseShops(inOrg, { orgId, connection, actor, keys: keyring, now, newId }, deliveries);
  const hasher = await tombstoneHasher(keyring, orgId);
  const batch = { connection, deliveries, isReplay: true, replayId, actor, hasher, now, newId };
  return inOrg(async (tx) => {
    const applied = await applyBatch(tx, batch);
    await along?.(tx, applied);
    return applied;
  });
}
