import { randomBytes } from "node:crypto";
import * as z from "zod";
import { type FakeShop, json, type Send } from "./fake-shop";
import { answerApproval } from "./fake-woo-approval";

export type WooKey = { ck: string; cs: string; permissions: "read" | "write" | "read_write" };
export type WooWebhook = {
  id: number;
  name: string;
  status: "active" | "paused" | "disabled";
  topic: string;
  delivery_url: string;
  secret: string;
};

/** How the site behaves besides: hosts and plugins differ. */
export type WooHabits = {
  /** Permalinks are plain: only `rest_route` works. */
  isPlain?: boolean;
  /** The host drops the `Authorization` header. */
  dropsHeader?: boolean;
  /** A plugin answers everything of the interface with a page of its own. */
  isBlocked?: boolean;
  hasNoWoo?: boolean;
};

const newWebhook = z.object({
  name: z.string().default("Webhook"),
  topic: z.string().regex(/^(?:order|customer|product|coupon)\.\w+$|^action\.\w+$/),
  delivery_url: z.url(),
  secret: z.string().default(""),
  status: z.enum(["active", "paused", "disabled"]).default("active"),
});

/** WordPress' own words: code, message and status in the body too. */
const refuse = (status: number, code: string, message: string) =>
  json(status, { code, message, data: { status } });

/** A WooCommerce shop: its index, its key hand-over and its webhooks, as `wc/v3` has them. */
export class FakeWooShop implements FakeShop {
  readonly keys: WooKey[] = [];
  readonly webhooks: WooWebhook[] = [];
  readonly requests: string[] = [];
  habits: WooHabits = {};
  readonly #send: Send;
  #lastId = 0;

  constructor(send: Send = fetch) {
    this.#send = send;
  }

  addKey(permissions: WooKey["permissions"] = "read_write"): WooKey {
    const part = () => randomBytes(20).toString("hex");
    const key = { ck: `ck_${part()}`, cs: `cs_${part()}`, permissions };
    this.keys.push(key);
    return key;
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}`);
    const approval = await answerApproval(url, { addKey: (scope) => this.addKey(scope), send: this.#send });
    if (approval) return approval;
    const route = this.habits.isPlain ? url.searchParams.get("rest_route") : routeOf(url.pathname);
    if (this.habits.isBlocked) return new Response("<h1>Forbidden</h1>", { status: 403 });
    if (route === null) return new Response("<h1>Page not found</h1>", { status: 404 });
    if (route === "/")
      return json(200, { namespaces: this.habits.hasNoWoo ? ["wp/v2"] : ["wp/v2", "wc/v3"] });
    const webhook = /^\/wc\/v3\/webhooks(?:\/(\d+))?$/.exec(route);
    if (!webhook)
      return refuse(404, "rest_no_route", "No route was found matching the URL and request method.");
    return this.#refuseKeys(request, url) ?? this.#answer(request, url, Number(webhook[1] ?? 0));
  }

  #refuseKeys(request: Request, url: URL): Response | null {
    const [ck, cs] = this.#givenKeys(request, url);
    const cannot = "woocommerce_rest_cannot_view";
    if (!ck) return refuse(401, cannot, "Sorry, you cannot list resources.");
    const key = this.keys.find((one) => one.ck === ck);
    if (!key) return refuse(401, "woocommerce_rest_authentication_error", "Consumer key is invalid.");
    if (key.cs !== cs)
      return refuse(401, "woocommerce_rest_authentication_error", "Consumer secret is invalid.");
    const needed = request.method === "GET" ? "read" : "write";
    if (key.permissions.includes(needed)) return null;
    const words = `The API key provided does not have ${needed} permissions.`;
    return refuse(401, "woocommerce_rest_authentication_error", words);
  }

  #givenKeys(request: Request, url: URL): (string | null | undefined)[] {
    const header = this.habits.dropsHeader ? null : request.headers.get("Authorization");
    if (header?.startsWith("Basic ")) return atob(header.slice(6)).split(":");
    return [url.searchParams.get("consumer_key"), url.searchParams.get("consumer_secret")];
  }

  async #answer(request: Request, url: URL, id: number): Promise<Response> {
    if (request.method === "GET") return this.#list(url);
    const body: unknown = request.method === "DELETE" ? {} : await request.json();
    if (request.method === "POST") return this.#create(newWebhook.parse(body));
    const webhook = this.webhooks.find((one) => one.id === id);
    if (!webhook) return refuse(404, "woocommerce_rest_shop_webhook_invalid_id", "Invalid ID.");
    if (request.method === "DELETE") this.webhooks.splice(this.webhooks.indexOf(webhook), 1);
    else Object.assign(webhook, newWebhook.partial().parse(body));
    return json(200, toResource(webhook));
  }

  #list(url: URL): Response {
    const [perPage, page] = ["per_page", "page"].map((name) => Number(url.searchParams.get(name) ?? 0));
    const size = Math.min(perPage || 10, 100);
    const from = ((page || 1) - 1) * size;
    const headers = { "X-WP-Total": String(this.webhooks.length) };
    return json(200, this.webhooks.slice(from, from + size).map(toResource), headers);
  }

  async #create(input: z.output<typeof newWebhook>): Promise<Response> {
    this.#lastId += 1;
    const webhook = { id: this.#lastId, ...input };
    this.webhooks.push(webhook);
    // A new webhook is tried at once; what comes of it changes nothing here.
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const ping = new Request(input.delivery_url, {
      method: "POST",
      headers: form,
      body: `webhook_id=${webhook.id}`,
    });
    await this.#send(ping).catch(() => undefined);
    return json(201, toResource(webhook));
  }
}

function routeOf(pathname: string): string | null {
  return /\/wp-json(\/.*)$/.exec(pathname)?.[1] ?? null;
}

/** The secret is never told again. */
function toResource({ secret: _secret, ...webhook }: WooWebhook): object {
  const [resource, event] = webhook.topic.split(".");
  return { ...webhook, resource, event };
}
