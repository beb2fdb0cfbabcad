import type { ShopApi } from "~/connectors/api/shop-fetch";
import { type ShopFetchOptions, shopFetch, wait } from "./shop-fetch";

/** The way to shops' interfaces, and the patience between two questions. */
export function shopApi(options: ShopFetchOptions = {}): ShopApi {
  const { sleep = wait } = options;
  return { ask: shopFetch({ ...options, sleep }), sleep };
}
