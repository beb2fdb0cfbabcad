import { type Keys, keysSchema } from "~/connectors/api/keys.schema";
import type { Keyring } from "~/lib/keyring";
import { open, type SealPlace, seal } from "~/lib/sealed-box";

/** Where a connection's keys are sealed for: they open for this connection alone. */
function keysPlace(orgId: string, connectionId: string): SealPlace {
  return { orgId, table: "connection_credentials", column: "sealed", rowId: connectionId };
}

/** The keys as the database keeps them. */
export function sealKeys(
  keyring: Keyring,
  connection: { orgId: string; connectionId: string },
  keys: Keys,
): Promise<string> {
  return seal(keyring, JSON.stringify(keys), keysPlace(connection.orgId, connection.connectionId));
}

/** The keys in the clear. Throws `SealError` for anything that was not sealed for this connection. */
export async function openKeys(
  keyring: Keyring,
  connection: { orgId: string; connectionId: string; sealed: string },
): Promise<Keys> {
  const text = await open(keyring, connection.sealed, keysPlace(connection.orgId, connection.connectionId));
  return keysSchema.parse(JSON.parse(text));
}
