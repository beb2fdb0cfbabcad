import { CONNECTORS } from "~/connectors/registry";
import { inOrgTransaction } from "~/db/org-transaction";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import type { Keyring } from "~/lib/keyring";
import { applyBatch } from "./apply-batch.server";
import type { Connection, InOrg } from "./batch";
import type { AppliedDelivery, ReceivedDelivery } from "./delivery.schema";
import { eraseShops } from "./erase-shop.server";
import { type Interpreted, interpretDelivery } from "./interpret-delivery";

export type ApplyInput = {
  databaseUrl: string;
  orgId: string;
  connection: Connection;
  /** Of this connection, at most `BATCH_SIZE`. */
  deliveries: readonly ReceivedDelivery[];
  /** Keys the hashes of erased identities. */
  keys: Keyring;
  now: () => Date;
  newId: () => string;
  /** How often it was tried to apply these, this time included; once when nothing is said. */
  tries?: number | undefined;
};

/**
 * Applies deliveries in one transaction, in the order of their inbox, and records
 * what became of each. Applying them again changes nothing and answers the first
 * outcomes. Throws when the batch cannot be applied: see `applyHalving`.
 */
export async function applyDeliveries(input: ApplyInput): Promise<AppliedDelivery[]> {
  const { platform, settings } = input.connection;
  const connector = CONNECTORS[platform];
  return applyInterpreted(
    input,
    input.deliveries.map((delivery) => interpretDelivery(connector, delivery, settings)),
  );
}

/** As `applyDeliveries`, for deliveries that have been read already. */
export async function applyInterpreted(
  input: ApplyInput,
  interpreted: readonly Interpreted[],
): Promise<AppliedDelivery[]> {
  if (interpreted.length === 0) return [];
  const { databaseUrl, orgId, connection, keys, now, newId, tries } = input;
  const inOrg: InOrg = (work) => inOrgTransaction(databaseUrl, orgId, work);
  const deliveries = interpreted.toSorted((a, b) => a.delivery.seq - b.delivery.seq);
  const hasher = await tombstoneHasher(keys, orgId);
  const actor = { kind: "shop", connectionId: connection.id } as const;
  await eraseShops(inOrg, { ...input, actor }, interpreted);
  return inOrg((tx) =>
    applyBatch(tx, { connection, deliveries, isReplay: false, tries, actor, hasher, now, newId }),
  );
}
