import { ShopApiError } from "~/connectors/api/shop-api-error";
import { markCredentialsBroken } from "../credentials/mark-credentials.server";
import type { ShopDoor } from "./shop-door";
import { isOfKeys, refusalKey, toShopRefusal } from "./shop-refusal";

/**
 * Runs `work` with a connection's shop. Keys that the shop refuses are marked as
 * broken; what the shop says comes as an `AppError` in words.
 */
export async function askShop<T>(door: ShopDoor, connectionId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ShopApiError && isOfKeys(error))
      await markCredentialsBroken(door, connectionId, refusalKey(error.problem));
    throw toShopRefusal(error);
  }
}
