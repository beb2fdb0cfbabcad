import { randomInt } from "node:crypto";
import * as z from "zod";
import { json } from "./fake-shop";

export type ShopifyWebhook = { id: string; topic: string; uri: string };

const requestSchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const createSchema = z.object({ topic: z.string().regex(/^[A-Z_]+$/), uri: z.url() });

/** What every answer carries beside its data. */
const extensions = {
  cost: {
    requestedQueryCost: 10,
    actualQueryCost: 10,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1990, restoreRate: 100 },
  },
};

const answer = (data: unknown) => json(200, { data, extensions });

/** Lists, makes and deletes an app's webhook subscriptions, as the GraphQL interface does. */
export function answerWebhookQuery(
  body: unknown,
  shop: { webhooks: ShopifyWebhook[]; refusedTopics: readonly string[] },
): Response {
  const { query, variables } = requestSchema.parse(body);
  if (query.includes("webhookSubscriptionCreate")) return create(createSchema.parse(variables), shop);
  if (query.includes("webhookSubscriptionDelete")) return remove(z.string().parse(variables.id), shop);
  if (query.includes("webhookSubscriptions")) {
    const pageInfo = { hasNextPage: false, endCursor: null };
    return answer({ webhookSubscriptions: { nodes: shop.webhooks, pageInfo } });
  }
  return json(200, { errors: [{ message: "Parse error", extensions: { code: "undefinedField" } }] });
}

function create(
  { topic, uri }: z.output<typeof createSchema>,
  shop: { webhooks: ShopifyWebhook[]; refusedTopics: readonly string[] },
): Response {
  const refused = (message: string) =>
    answer({ webhookSubscriptionCreate: { userErrors: [{ field: ["topic"], message }] } });
  if (shop.refusedTopics.includes(topic))
    return refused(
      "This app is not approved to subscribe to webhook topics containing protected customer data.",
    );
  if (shop.webhooks.some((one) => one.topic === topic && one.uri === uri))
    return refused("Address for this topic has already been taken");
  shop.webhooks.push({ id: `gid://shopify/WebhookSubscription/${randomInt(10 ** 12)}`, topic, uri });
  return answer({ webhookSubscriptionCreate: { userErrors: [] } });
}

function remove(id: string, shop: { webhooks: ShopifyWebhook[] }): Response {
  const at = shop.webhooks.findIndex((one) => one.id === id);
  const missing = { field: ["id"], message: "Webhook subscription does not exist" };
  if (at >= 0) shop.webhooks.splice(at, 1);
  return answer({ webhookSubscriptionDelete: { userErrors: at < 0 ? [missing] : [] } });
}
