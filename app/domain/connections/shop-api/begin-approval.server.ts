import { sql } from "drizzle-orm";
import { approvalUrl as shopifyApproval } from "~/connectors/shopify/api/approval";
import { approvalUrl as wooApproval } from "~/connectors/woocommerce/api/approval";
import { findSite } from "~/connectors/woocommerce/api/site";
import { AppError } from "~/lib/app-error";
import { sha256Hex } from "~/lib/sha256-hex";
import { auditRow } from "../../audit/audit-row";
import type { OrgContext } from "../../context";
import type { ShopActOf } from "./approval.schema";
import { APPROVAL_MS, generateState } from "./approval-state";
import { findShop } from "./find-shop.server";
import { sealApp } from "./sealed-app.server";
import { toShopRefusal } from "./shop-refusal";

type Asked = ShopActOf<"begin"> & { connectionId: string };

type Approval = {
  kind: "woocommerce" | "shopify";
  account: string;
  sealed: string | null;
  /** The shop's page on which its owner says yes. */
  to: string;
};

/**
 * Begins to ask a shop's owner to let us in; gives the page of the shop to which
 * the browser goes. What was begun before for the same connection counts no more.
 * Throws `not_found`, `invalid` for what was typed wrong, and what a shop says
 * that cannot be reached.
 */
export async function beginApproval(ctx: OrgContext, asked: Asked): Promise<{ to: string }> {
  const { connectionId } = asked;
  const state = generateState({ slug: ctx.slug, connectionId });
  const approval = await askAtShop(ctx, asked, state).catch((error) => {
    throw toShopRefusal(error);
  });
  await keepHandover(ctx, connectionId, approval, await sha256Hex(state));
  return { to: ctx.ports.shops.visit(approval.to) };
}

async function askAtShop(ctx: OrgContext, asked: Asked, state: string): Promise<Approval> {
  const { connectionId, clientId, clientSecret } = asked;
  const { orgId, platform, address } = await findShop(ctx, { connectionId, typed: asked.shopAddress });
  const { appUrl, slug, keyring, ports } = ctx;
  if (platform === "woocommerce") {
    const site = await findSite(ports.shops.ask, address);
    const returnUrl = `${appUrl}/o/${slug}/connections/${connectionId}/connect`;
    const callbackUrl = `${appUrl}/connect/woocommerce`;
    const to = wooApproval(site, { state, returnUrl, callbackUrl });
    return { kind: platform, account: site.url, sealed: null, to };
  }
  if (platform !== "shopify") throw new AppError("not_found", "errors:notFound");
  if (!clientId || !clientSecret) throw appMissing(clientId ? "clientSecret" : "clientId");
  const to = shopifyApproval({ shop: address, clientId, state, callbackUrl: `${appUrl}/connect/shopify` });
  const sealed = await sealApp(keyring, { orgId, connectionId }, { clientId, clientSecret });
  return { kind: platform, account: address, sealed, to };
}

const appMissing = (field: "clientId" | "clientSecret") =>
  new AppError("invalid", "errors:invalid", { fields: { [field]: `shopAccess:errors.${field}Missing` } });

async function keepHandover(
  ctx: OrgContext,
  connectionId: string,
  { kind, account, sealed }: Approval,
  stateHash: string,
): Promise<void> {
  const { actor, db } = ctx;
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + APPROVAL_MS).toISOString();
  const act = auditRow(ctx, {
    action: "connection.approval_asked",
    subject: { kind: "connection", id: connectionId },
    facts: { platform: kind, account },
  });
  await db.write([
    db.orm.execute(sql`
      with asked as (
        insert into connection_handovers
          (connection_id, kind, state_hash, user_id, session_id, account, sealed, expires_at, created_at)
        values (${connectionId}::uuid, ${kind}, ${stateHash}, ${actor.id}::uuid, ${actor.sessionId}::uuid, ${account},
          ${sealed}, ${expiresAt}::timestamptz, ${now.toISOString()}::timestamptz)
        on conflict (org_id, connection_id) do update set
          kind = excluded.kind, state_hash = excluded.state_hash, user_id = excluded.user_id,
          session_id = excluded.session_id, account = excluded.account, sealed = excluded.sealed,
          expires_at = excluded.expires_at, created_at = excluded.created_at
        returning connection_id
      )
      ${act} from asked`),
  ]);
}
