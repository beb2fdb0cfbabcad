import { onpayClient } from "../onpay/api/client";
import type { Keys } from "./keys.schema";
import type { ShopApi } from "./shop-fetch";

/** What an account's token opens. `prove` asks the platform for as little as it can, and throws what it says. */
export type TokenAccess = { keys: Keys; prove(api: ShopApi, account: string): Promise<void> };

/** Null on platforms that let nobody in by a token alone. */
export function tokenAccess(platform: string, token: string): TokenAccess | null {
  if (platform !== "onpay") return null;
  return {
    keys: { kind: platform, token },
    prove: async (api, account) => {
      await onpayClient(api, { account, token })({ page: "1", per_page: "1" });
    },
  };
}
