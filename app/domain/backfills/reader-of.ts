import type { ShopApi } from "~/connectors/api/shop-fetch";
import type { ShopReader } from "~/connectors/api/shop-reader";
import { onpayReader } from "~/connectors/onpay/api/reader";
import { shopifyReader } from "~/connectors/shopify/api/reader";
import { wooReader } from "~/connectors/woocommerce/api/reader";
import type { Credentials } from "../connections/credentials/open-credentials.server";

/** What reads a shop with these keys. */
export function readerOf(api: ShopApi, { keys, account }: Pick<Credentials, "keys" | "account">): ShopReader {
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
