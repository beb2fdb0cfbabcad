import { and, eq, isNull, sql } from "drizzle-orm";
import { connections } from "~/db/schema/connections";
import { isAppError } from "~/lib/app-error";
import { open } from "~/lib/sealed-box";
import type { OrgContext } from "../../context";
import { changeConnection } from "../change-connection.server";
import { keepRefreshed } from "../credentials/keep-credentials.server";
import { openCredentials } from "../credentials/open-credentials.server";
import { pushConnection } from "../push-connection.server";
import { secretPlace } from "../secret-place";
import { registerWebhooks } from "./register-webhooks.server";
import { type HookApp, type ShopDoor, shopDoorOf } from "./shop-door";

/** What was signed with the old secret before the shop had the new one is on its way for this long at most. */
const LAST_DELIVERIES_MS = 10 * 60_000;

/**
 * Gives a connection's new secret to whoever needs it: a WooCommerce shop's
 * webhooks, after which the old one ends early, or what Shopify's tokens are
 * fetched with. When the shop does not take it the old one counts as long as it
 * was to, and the connection's page says what is to do.
 */
export async function tellNewSecret(
  ctx: OrgContext,
  app: HookApp,
  { connectionId, isOverlapping }: { connectionId: string; isOverlapping: boolean },
): Promise<void> {
  const door = shopDoorOf(ctx, app);
  const credentials = await openCredentials(door, connectionId);
  if (credentials?.keys.kind === "shopify") {
    const clientSecret = await openNewest(ctx, connectionId);
    if (clientSecret) await keepRefreshed(door, credentials, { ...credentials.keys, clientSecret });
  }
  if (credentials?.keys.kind !== "woocommerce") return;
  try {
    await registerWebhooks(door, connectionId);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return markUntold(door, connectionId);
  }
  if (isOverlapping) await endOverlap(ctx, connectionId);
}

async function openNewest({ db, keyring }: OrgContext, connectionId: string): Promise<string | null> {
  const [{ organization }, [row]] = await Promise.all([
    db.entry(),
    db.read(
      db.orm
        .select({ secrets: connections.secrets })
        .from(connections)
        .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
    ),
  ]);
  const newest = row?.secrets[0];
  return newest ? open(keyring, newest.sealed, secretPlace(organization.id, connectionId, newest.id)) : null;
}

async function markUntold(door: ShopDoor, connectionId: string): Promise<void> {
  await door.write([
    sql`update connection_credentials set webhooks_state = 'missing' where connection_id = ${connectionId}::uuid`,
  ]);
}

async function endOverlap(ctx: OrgContext, connectionId: string): Promise<void> {
  const end = new Date(ctx.now().getTime() + LAST_DELIVERIES_MS).toISOString();
  await changeConnection(ctx, {
    connectionId,
    // Each old secret ends then, or sooner where it was to end sooner; the newest has no end.
    set: sql`secrets = (
      select jsonb_agg(case when s ->> 'expiresAt' > ${end} then s || jsonb_build_object('expiresAt', ${end}::text)
        else s end order by n)
      from jsonb_array_elements(secrets) with ordinality as each(s, n))`,
    act: { action: "connection.secret_overlap_ended" },
  });
  await pushConnection(ctx, connectionId);
}
