import * as z from "zod";
import type { Keyring } from "~/lib/keyring";
import { open, type SealPlace, seal } from "~/lib/sealed-box";

const appSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

/** The app that a seller made in Shopify, for the time until the shop's owner has installed it. */
type App = z.output<typeof appSchema>;
type Place = { orgId: string; connectionId: string };

function appPlace({ orgId, connectionId }: Place): SealPlace {
  return { orgId, table: "connection_handovers", column: "sealed", rowId: connectionId };
}

export function sealApp(keyring: Keyring, place: Place, app: App): Promise<string> {
  return seal(keyring, JSON.stringify(app), appPlace(place));
}

/** Throws `SealError` for what was not sealed for this connection. */
export async function openApp(keyring: Keyring, place: Place, sealed: string): Promise<App> {
  return appSchema.parse(JSON.parse(await open(keyring, sealed, appPlace(place))));
}
