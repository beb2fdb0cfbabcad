import { wooCall } from "~/connectors/woocommerce/api/call";
import { findSite } from "~/connectors/woocommerce/api/site";
import { wooWebhooks } from "~/connectors/woocommerce/api/webhooks";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../../context";
import { keepCredentials } from "../credentials/keep-credentials.server";
import type { ShopActOf } from "./approval.schema";
import { findShop } from "./find-shop.server";
import { type Registration, registerWebhooks } from "./register-webhooks.server";
import { type HookApp, shopDoorOf } from "./shop-door";
import { toShopRefusal } from "./shop-refusal";

/**
 * Takes keys that the seller made in WooCommerce, once the shop accepts them, and
 * registers the webhooks. Throws `not_found`, `invalid` for what was typed wrong,
 * and what the shop says in words.
 */
export async function pasteKeys(
  ctx: OrgContext,
  app: HookApp,
  pasted: ShopActOf<"paste"> & { connectionId: string },
): Promise<Registration> {
  const { connectionId, consumerKey, consumerSecret } = pasted;
  const { platform, address } = await findShop(ctx, { connectionId, typed: pasted.shopAddress });
  if (platform !== "woocommerce") throw new AppError("not_found", "errors:notFound");
  const account = await proveKeys(ctx, address, { consumerKey, consumerSecret }).catch((error) => {
    throw toShopRefusal(error);
  });
  const keys = { kind: platform, consumerKey, consumerSecret } as const;
  await keepCredentials(ctx, { connectionId, keys, account, scopes: [], way: "pasted" });
  return registerWebhooks(shopDoorOf(ctx, app), connectionId);
}

/** The site, when it accepts the keys. */
async function proveKeys(
  { ports }: OrgContext,
  address: string,
  keys: { consumerKey: string; consumerSecret: string },
): Promise<string> {
  const { ask } = ports.shops;
  const { url: site } = await findSite(ask, address);
  await wooWebhooks(wooCall(ask, { site, ...keys }), { address: "", secret: "" }).list();
  return site;
}
