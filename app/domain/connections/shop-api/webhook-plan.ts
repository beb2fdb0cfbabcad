import type { ShopWebhook } from "~/connectors/api/webhook-api";

export type WebhooksState = "registered" | "missing" | "switched_off";

/** What a shop's webhooks lack, by our topics. */
export type WebhookPlan = {
  missing: string[];
  /** There, one for each topic; the first that is on, or the first. */
  kept: ShopWebhook[];
  switchedOff: ShopWebhook[];
  /** Others for the same topic and address: they would send everything twice. */
  doubled: ShopWebhook[];
};

/** Compares what a shop tells of its webhooks with what this connection wants; those of others are left alone. */
export function planWebhooks(
  listed: readonly ShopWebhook[],
  wanted: { address: string; topics: readonly string[] },
): WebhookPlan {
  const plan: WebhookPlan = { missing: [], kept: [], switchedOff: [], doubled: [] };
  for (const topic of wanted.topics) {
    const found = listed.filter((one) => one.address === wanted.address && one.topic === topic);
    const kept = found.find(({ isOn }) => isOn) ?? found[0];
    if (!kept) {
      plan.missing.push(topic);
      continue;
    }
    plan.kept.push(kept);
    if (!kept.isOn) plan.switchedOff.push(kept);
    plan.doubled.push(...found.filter((one) => one !== kept));
  }
  return plan;
}

export function stateOf({ missing, switchedOff }: WebhookPlan): WebhooksState {
  if (switchedOff.length > 0) return "switched_off";
  return missing.length > 0 ? "missing" : "registered";
}
