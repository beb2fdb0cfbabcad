import { runSchedule } from "./cron/schedules";
import { handleHook } from "./ingress/handle-hook";
import { consumeDeliveries } from "./queues/deliveries";
import { consumeDead } from "./queues/deliveries-dead";
import { consumeJobs } from "./queues/jobs";
import { consumeDeadJobs } from "./queues/jobs-dead";

export { DevMailbox } from "./durable-objects/dev-mailbox";
export { Inbox } from "./durable-objects/inbox";
export { LiveScreens } from "./durable-objects/live-screens";
export { RateLimiter } from "./durable-objects/rate-limiter";
export { ShopDirectory } from "./durable-objects/shop-directory";

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    // Webhook senders want an answer in milliseconds: nothing of the site is loaded for them.
    if (pathname.startsWith("/hooks/")) return handleHook(request, env);
    const { handleSite } = await import("./site/handle-site");
    return handleSite(request, env, ctx);
  },
  async queue(batch, env) {
    if (batch.queue.endsWith("jobs-dead")) consumeDeadJobs(batch);
    else if (batch.queue.endsWith("jobs")) await consumeJobs(batch, env);
    else if (batch.queue.endsWith("-dead")) await consumeDead(batch, env);
    else await consumeDeliveries(batch, env);
  },
  async scheduled(controller, env) {
    await runSchedule(controller, env);
  },
} satisfies ExportedHandler<Env>;
