import * as z from "zod";
import { readAs, readJson } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopAnswer } from "../../api/shop-fetch";
import type { ShopWebhook, WebhookApi, WebhookTarget } from "../../api/webhook-api";
import type { WooCall } from "./call";

const webhookSchema = z.object({
  id: z.number().int().positive(),
  topic: z.string(),
  status: z.string(),
  delivery_url: z.string(),
});

const PAGE = 100;
/** A shop with more has other troubles; ours would be among the newest. */
const MOST_PAGES = 5;

/** A WooCommerce shop's webhooks. */
export function wooWebhooks(call: WooCall, { address, secret }: WebhookTarget): WebhookApi {
  const ours = { status: "active", delivery_url: address, secret };
  return {
    async list() {
      const listed: ShopWebhook[] = [];
      for (let page = 1; page <= MOST_PAGES; page++) {
        const params = { per_page: String(PAGE), page: String(page) };
        const answer = expectOk(await call({ path: "webhooks", params }));
        const webhooks = readAs(z.array(webhookSchema), readJson(answer));
        listed.push(...webhooks.map(toWebhook));
        if (webhooks.length < PAGE) break;
      }
      return listed;
    },
    async create(topic) {
      const body = { ...ours, topic, name: `OruCRM: ${topic}` };
      expectOk(await call({ method: "POST", path: "webhooks", body }), true);
    },
    async renew({ id }) {
      expectOk(await call({ method: "PUT", path: `webhooks/${id}`, body: ours }), true);
    },
    async remove({ id }) {
      const answer = await call({ method: "DELETE", path: `webhooks/${id}`, params: { force: "true" } });
      if (answer.status !== 404) expectOk(answer, true);
    },
  };
}

function toWebhook({ id, topic, status, delivery_url }: z.output<typeof webhookSchema>): ShopWebhook {
  return { id: String(id), topic, address: delivery_url, isOn: status === "active" };
}

const errorSchema = z.object({ code: z.string().regex(/^\w{1,100}$/) });

/**
 * WooCommerce says 401 in the same words for wrong keys and for keys that only
 * read: whoever changes something has listed before, so its keys are right.
 */
function expectOk(answer: ShopAnswer, isChange = false): ShopAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  const { data: error } = errorSchema.safeParse(readJson(answer));
  const details = { status, ...(error === undefined ? {} : { code: error.code }) };
  if (status === 403 || (status === 401 && isChange)) throw new ShopApiError("not_allowed", details);
  if (status === 401) throw new ShopApiError("keys_refused", details);
  throw new ShopApiError(status === 404 ? "not_found" : "refused", details);
}
