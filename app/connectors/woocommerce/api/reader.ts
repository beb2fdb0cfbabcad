import type { ShopApi } from "../../api/shop-fetch";
import type { ShopReader } from "../../api/shop-reader";
import { readRecords, type WooKeys, wooClient } from "./client";
import { countAll, readAll } from "./read-all";
import { readChanged } from "./read-changed";
import { toRead } from "./records";

/** Reads a WooCommerce shop. Subscriptions are empty where it has no such plugin. */
export function wooReader(api: ShopApi, keys: WooKeys): ShopReader {
  const ask = wooClient(api, keys);
  return {
    kinds: ["customer", "product", "order", "subscription"],
    count: (kind, period) => countAll(ask, kind, period),
    readAll: (kind, from) => readAll(ask, kind, from),
    async readOrders(externalIds) {
      const answer = await ask("orders", {
        include: externalIds.join(","),
        per_page: "100",
        orderby: "id",
        order: "asc",
      });
      return answer === null ? [] : readRecords(answer).map((record) => toRead("order", record));
    },
    polledKinds: ["product", "order", "subscription"],
    readChanged: (kind, from) => readChanged(ask, kind, from),
  };
}
