import { tokenAccess } from "~/connectors/api/token-access";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../../context";
import { keepCredentials } from "../credentials/keep-credentials.server";
import type { ShopActOf } from "./approval.schema";
import { findShop } from "./find-shop.server";
import { toShopRefusal } from "./shop-refusal";

/**
 * Takes the token of an account, once the platform accepts it: its webhooks stay
 * the seller's matter, but its sales can be read. Throws `not_found`, `invalid`
 * for what was typed wrong, and what the platform says in words.
 */
export async function pasteToken(
  ctx: OrgContext,
  pasted: ShopActOf<"token"> & { connectionId: string },
): Promise<void> {
  const { connectionId, token } = pasted;
  const { platform, address: account } = await findShop(ctx, { connectionId, typed: pasted.shopAddress });
  const access = tokenAccess(platform, token);
  if (!access) throw new AppError("not_found", "errors:notFound");
  await access.prove(ctx.ports.shops, account).catch((error) => {
    throw toShopRefusal(error);
  });
  await keepCredentials(ctx, { connectionId, keys: access.keys, account, scopes: [], way: "pasted" });
}
