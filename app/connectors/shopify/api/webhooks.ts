import * as z from "zod";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopWebhook, WebhookApi } from "../../api/webhook-api";
import { shopify } from "../connector";
import type { ShopifyCall } from "./graphql";

const LIST = `query webhooks($after: String) {
  webhookSubscriptions(first: 100, after: $after) { nodes { id topic uri } pageInfo { hasNextPage endCursor } }
}`;
const CREATE = `mutation create($topic: WebhookSubscriptionTopic!, $uri: String!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) { userErrors { field message } }
}`;
const REMOVE = `mutation remove($id: ID!) { webhookSubscriptionDelete(id: $id) { userErrors { field message } } }`;

const listSchema = z.object({
  webhookSubscriptions: z.object({
    nodes: z.array(z.object({ id: z.string(), topic: z.string(), uri: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const refusals = z.object({
  userErrors: z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() })),
});
const createSchema = z.object({ webhookSubscriptionCreate: refusals });
const removeSchema = z.object({ webhookSubscriptionDelete: refusals });

const MOST_PAGES = 5;

/**
 * A Shopify shop's webhooks of our app. Shopify signs them with the app's secret,
 * and a subscription that fails too often is gone: one that is there is on.
 */
export function shopifyWebhooks(call: ShopifyCall, address: string): WebhookApi {
  return {
    async list() {
      const listed: ShopWebhook[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const { webhookSubscriptions }: z.output<typeof listSchema> = await call(LIST, { after }, listSchema);
        listed.push(...webhookSubscriptions.nodes.map(toWebhook));
        after = webhookSubscriptions.pageInfo.endCursor;
        if (!webhookSubscriptions.pageInfo.hasNextPage) break;
      }
      return listed;
    },
    async create(topic) {
      const variables = { topic: nameOf(topic), uri: address };
      const { webhookSubscriptionCreate: done } = await call(CREATE, variables, createSchema);
      const [error] = done.userErrors;
      // Somebody else registered it meanwhile: that is what was wanted.
      if (!error || /has already been taken/.test(error.message)) return;
      throw new ShopApiError(isUnapproved(error.message) ? "not_allowed" : "refused", { code: "user_error" });
    },
    async renew() {
      // What is there is on, and has no secret of its own.
    },
    async remove({ id }) {
      const { webhookSubscriptionDelete: done } = await call(REMOVE, { id }, removeSchema);
      const isGone = done.userErrors.every(({ message }) => /does not exist|not found/i.test(message));
      if (!isGone) throw new ShopApiError("refused", { code: "user_error" });
    },
  };
}

/** Topics that hold personal data need Shopify's approval of the app. */
const isUnapproved = (message: string) => /protected customer data|not (?:approved|permitted)/i.test(message);

const nameOf = (topic: string) => topic.toUpperCase().replace("/", "_");
const TOPICS = new Map<string, string>(shopify.topics.map((topic) => [nameOf(topic), topic]));

function toWebhook({ id, topic, uri }: { id: string; topic: string; uri: string }): ShopWebhook {
  return { id, topic: TOPICS.get(topic) ?? topic, address: uri, isOn: true };
}
