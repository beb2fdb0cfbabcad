import { woocommerce } from "~/connectors/woocommerce/connector";
import type { InboxConfig } from "~/domain/context";
import type { HmacKeys } from "~/lib/hmac";
import app from "../../../workers/app";
import { answerError, answerOk } from "../../../workers/ingress/answers";
import { readDeliveryHeaders, readRawBody } from "../../../workers/ingress/read-request";
import { type Apply, consumeDeliveries } from "../../../workers/queues/deliveries";

export { DevMailbox, Inbox, LiveScreens, RateLimiter, ShopDirectory } from "../../../workers/app";

const keys: HmacKeys = new Map();

/**
 * The product's Worker with two addresses more: `/hooks/verify-only/<secret>` checks
 * a signature and answers; `/hooks/configure` prepares an inbox. What inboxes hand on is
 * read and confirmed but not applied: that is other isolates' work and other benches'.
 */
export default {
  async fetch(request, env, ctx) {
    const [, , address, secret = ""] = new URL(request.url).pathname.split("/");
    if (address === "verify-only") return verifyOnly(request, secret);
    if (address === "configure") return configure(await request.json(), env);
    return app.fetch(request, env, ctx);
  },
  async queue(batch, env) {
    await consumeDeliveries(batch, env, leave);
  },
} satisfies ExportedHandler<Env>;

const leave: Apply = async ({ deliveries }) =>
  deliveries.map(({ id, seq }) => ({ id, seq, outcome: "ignored", reason: null, changed: [] }));

async function verifyOnly(request: Request, secret: string): Promise<Response> {
  const body = await readRawBody(request);
  if (body === null) return answerError(413, "too_large");
  const headers = readDeliveryHeaders(request);
  const rawBody = new Uint8Array(body);
  const verdict = await woocommerce.verify({ headers, rawBody, secrets: [secret], keys });
  return verdict === "ok" ? answerOk() : answerError(401, "bad_signature");
}

async function configure(config: InboxConfig, env: Env): Promise<Response> {
  await env.INBOX.getByName(config.connectionId).configure(config);
  return answerOk();
}
