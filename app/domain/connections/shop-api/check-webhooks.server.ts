import { sql } from "drizzle-orm";
import { askShop } from "./ask-shop.server";
import { openWebhooks } from "./open-webhooks.server";
import type { ShopDoor } from "./shop-door";
import { planWebhooks, stateOf, type WebhooksState } from "./webhook-plan";

export type WebhooksFound = {
  state: WebhooksState;
  /** Topics without a webhook of ours, and those whose webhook the shop has switched off. */
  missing: string[];
  switchedOff: string[];
};

/**
 * Asks the shop whether its webhooks for this connection are there and on, and
 * keeps what it says. Throws `not_found`, `conflict` without keys, and what the
 * shop says in words.
 */
export function checkWebhooks(door: ShopDoor, connectionId: string): Promise<WebhooksFound> {
  return askShop(door, connectionId, async () => {
    const { api, address, topics, refused } = await openWebhooks(door, connectionId);
    const possible = topics.filter((topic) => !refused.includes(topic));
    const plan = planWebhooks(await api.list(), { address, topics: possible });
    const state = stateOf(plan);
    const at = sql`${door.now().toISOString()}::timestamptz`;
    await door.write([
      sql`
        update connection_credentials
        set last_used_at = ${at}, webhooks_checked_at = ${at}, webhooks_state = ${state},
          broken_at = null, broken_reason = null
        where connection_id = ${connectionId}::uuid`,
    ]);
    return { state, missing: plan.missing, switchedOff: plan.switchedOff.map(({ topic }) => topic) };
  });
}
