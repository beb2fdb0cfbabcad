import { sql } from "drizzle-orm";
import * as z from "zod";
import { isSignedReturn } from "~/connectors/shopify/api/approval";
import { fetchToken } from "~/connectors/shopify/api/tokens";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { sha256Hex } from "~/lib/sha256-hex";
import type { OrgContext } from "../../context";
import { keepCredentials } from "../credentials/keep-credentials.server";
import { bringSecret } from "./bring-secret.server";
import { type Registration, registerWebhooks } from "./register-webhooks.server";
import { openApp } from "./sealed-app.server";
import { type HookApp, shopDoorOf } from "./shop-door";
import { toShopRefusal } from "./shop-refusal";

const handoverRow = z.object({ orgId: z.uuid(), account: z.string(), sealed: z.string() });

type Returned = { connectionId: string; params: URLSearchParams };

/**
 * Finishes what `beginApproval` began, with what the browser brought back from the
 * shop: takes Shopify's token (WooCommerce has brought its keys itself), and
 * registers the webhooks. Throws `conflict` when the owner said no or the state
 * does not count (any more, or in this session), `invalid` for what Shopify did
 * not sign, and what the shop says in words.
 */
export async function finishApproval(
  ctx: OrgContext,
  app: HookApp,
  returned: Returned,
): Promise<Registration> {
  const { connectionId, params } = returned;
  await requireConnection(ctx, connectionId);
  if (params.get("success") === "0" || params.has("error"))
    throw new AppError("conflict", "shopAccess:approval.denied");
  if (params.has("code")) await takeToken(ctx, returned);
  return registerWebhooks(shopDoorOf(ctx, app), connectionId);
}

/** Nobody is told anything of a connection that is not theirs. */
async function requireConnection({ db }: OrgContext, connectionId: string): Promise<void> {
  const query = sql`select from connections where id = ${connectionId}::uuid and removed_at is null`;
  const { rows } = await db.read(db.orm.execute(query));
  if (rows.length === 0) throw new AppError("not_found", "errors:notFound");
}

async function takeToken(ctx: OrgContext, { connectionId, params }: Returned): Promise<void> {
  const { account, ...known } = await claimHandover(ctx, connectionId, params.get("state") ?? "");
  const { clientId, clientSecret } = await openApp(ctx.keyring, { ...known, connectionId }, known.sealed);
  if (params.get("shop") !== account || !(await isSignedReturn(params, clientSecret)))
    throw new AppError("invalid", "shopAccess:approval.notGenuine");
  const code = params.get("code") ?? "";
  const asked = fetchToken(ctx.ports.shops.ask, { shop: account, clientId, clientSecret }, code, ctx.now());
  const { scopes, ...token } = await asked.catch((error) => {
    throw toShopRefusal(error);
  });
  const keys = { kind: "shopify", clientId, clientSecret, ...token } as const;
  await keepCredentials(ctx, { connectionId, keys, account, scopes, way: "approved" });
  await bringSecret(ctx, { connectionId, secret: clientSecret });
}

/** Uses the state up. It counts once, in time, and in the session that began. */
async function claimHandover(ctx: OrgContext, connectionId: string, state: string) {
  const { db, actor } = ctx;
  const stateHash = await sha256Hex(state);
  const [result] = await db.write([
    db.orm.execute(sql`
      delete from connection_handovers
      where connection_id = ${connectionId}::uuid and kind = 'shopify' and state_hash = ${stateHash}
        and session_id = ${actor.sessionId}::uuid and expires_at > ${ctx.now().toISOString()}::timestamptz
      returning org_id as "orgId", account, sealed`),
  ]);
  const [handover] = readRows(handoverRow, result);
  if (!handover) throw new AppError("conflict", "shopAccess:approval.expired");
  return handover;
}
