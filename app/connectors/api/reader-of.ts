import { onpayReader } from "../onpay/api/reader";
import { shopifyReader } from "../shopify/api/reader";
import { wooReader } from "../woocommerce/api/reader";
import type { Keys } from "./keys.schema";
import type { ShopApi } from "./shop-fetch";
import type { ShopReader } from "./shop-reader";

/** What reads a shop with these keys. */
export function readerOf(api: ShopApi, { keys, account }: { keys: Keys; account: string }): ShopReader {
  switch (keys.kind) {
    case "woocommerce": {
      const site = /^https?:\/\//.test(account) ? account : `https://${account}`;
      return wooReader(api, { site, key: keys.consumerKey, secret: keys.consumerSecret });
    }
    case "shopify":
      return shopifyReader(api, { shop: account, token: keys.accessToken });
    case "onpay":
      return onpayReader(api, { account, token: keys.token });
  }
}
