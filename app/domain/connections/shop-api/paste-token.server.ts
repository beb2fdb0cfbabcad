import { onpayClient } from "~/connectors/onpay/api/client";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../../context";
import { keepCredentials } from "../credentials/keep-credentials.server";
import type { ShopActOf } from "./approval.schema";
import { findShop } from "./find-shop.server";
import { toShopRefusal } from "./shop-refusal";

/**
 * Takes the token of an OnPay account, once OnPay accepts it: its webhooks stay
 * the seller's matter, but its sales can be read. Throws `not_found`, `invalid`
 * for what was typed wrong, and what OnPay says in words.
 */
export async function pasteToken(
  ctx: OrgContext,
  pasted: ShopActOf<"token"> & { connectionId: string },
): Promise<void> {
  const { connectionId, token } = pasted;
  const { platform, address: account } = await findShop(ctx, { connectionId, typed: pasted.shopAddress });
  if (platform !== "onpay") throw new AppError("not_found", "errors:notFound");
  const prove = onpayClient(ctx.ports.shops, { account, token });
  await prove({ page: "1", per_page: "1" }).catch((error) => {
    throw toShopRefusal(error);
  });
  const keys = { kind: platform, token } as const;
  await keepCredentials(ctx, { connectionId, keys, account, scopes: [], way: "pasted" });
}
