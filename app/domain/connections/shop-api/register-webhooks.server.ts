import { sql } from "drizzle-orm";
import { ShopApiError } from "~/connectors/api/shop-api-error";
import type { WebhookApi } from "~/connectors/api/webhook-api";
import { auditRow } from "~/domain/audit/audit-row";
import { askShop } from "./ask-shop.server";
import { openWebhooks } from "./open-webhooks.server";
import type { ShopDoor } from "./shop-door";
import { planWebhooks } from "./webhook-plan";

export type Registration = {
  created: number;
  /** Were there, and have the secret of now. */
  renewed: number;
  /** Topics for which the shop gives our app no permission. */
  refused: string[];
};

/**
 * Makes the shop send everything that the connection wants: makes the webhooks
 * that are missing, switches on those that are off, gives all of them the secret
 * of now, and takes doubled ones away. Doing it again changes nothing, and after a
 * failure it goes on. Throws `not_found`, `conflict` without keys, and what the
 * shop says in words.
 */
export function registerWebhooks(door: ShopDoor, connectionId: string): Promise<Registration> {
  return askShop(door, connectionId, async () => {
    const { api, address, topics } = await openWebhooks(door, connectionId);
    const plan = planWebhooks(await api.list(), { address, topics });
    for (const webhook of plan.kept) await api.renew(webhook);
    const refused = await createAll(api, plan.missing);
    if (plan.kept.length === 0 && refused.length === topics.length) throw new ShopApiError("not_allowed");
    for (const webhook of plan.doubled) await api.remove(webhook);
    const created = plan.missing.length - refused.length;
    const registration = { created, renewed: plan.kept.length, refused };
    await keepRegistration(door, connectionId, registration);
    return registration;
  });
}

/** Topics that were refused. */
async function createAll(api: WebhookApi, topics: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (const topic of topics) {
    try {
      await api.create(topic);
    } catch (error) {
      if (!(error instanceof ShopApiError) || error.problem !== "not_allowed") throw error;
      refused.push(topic);
    }
  }
  return refused;
}

async function keepRegistration(
  door: ShopDoor,
  connectionId: string,
  { created, renewed, refused }: Registration,
): Promise<void> {
  const at = sql`${door.now().toISOString()}::timestamptz`;
  const act = auditRow(door, {
    action: "connection.webhooks_registered",
    subject: { kind: "connection", id: connectionId },
    facts: { created, renewed, refused: refused.length },
  });
  await door.write([
    sql`
      with kept as (
        update connection_credentials
        set last_used_at = ${at}, webhooks_checked_at = ${at}, webhooks_state = 'registered',
          webhooks_refused = ${sql.param([...refused])}::text[],
          broken_at = null, broken_reason = null
        where connection_id = ${connectionId}::uuid
        returning connection_id
      )
      ${act} from kept`,
  ]);
}
