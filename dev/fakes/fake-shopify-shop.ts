import { createHash, createHmac, randomBytes } from "node:crypto";
import * as z from "zod";
import { type FakeShop, json, page, redirect } from "./fake-shop";
import { answerWebhookQuery, type ShopifyWebhook } from "./fake-shopify-webhooks";

const LIFE_SECONDS = 3600;

/** A Shopify shop with one custom app: its installation, its tokens and its webhook subscriptions. */
export class FakeShopifyShop implements FakeShop {
  readonly domain: string;
  /** The same at every start, so that they can be typed. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhooks: ShopifyWebhook[] = [];
  readonly tokens = new Set<string>();
  readonly refreshTokens = new Set<string>();
  /** Whether tokens expire when that is asked for; shops of old custom apps give lasting ones. */
  expires = true;
  /** Topics for which the app has no approval. */
  refusedTopics: string[] = [];
  readonly #codes = new Set<string>();

  constructor(domain: string) {
    this.domain = domain;
    const words = createHash("sha256").update(domain).digest("hex");
    this.clientId = words.slice(0, 32);
    this.clientSecret = `shpss_${words.slice(32)}`;
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === "/")
      return page(
        "A fake Shopify shop",
        `Its app: client ID ${this.clientId}, secret ${this.clientSecret}.`,
        {},
      );
    if (url.pathname.endsWith("/admin/oauth/authorize")) return this.#askOwner(url);
    if (url.pathname.endsWith("/admin/oauth/access_token"))
      return this.#giveToken(new URLSearchParams(await request.text()));
    if (!/\/admin\/api\/\d{4}-\d\d\/graphql\.json$/.test(url.pathname))
      return json(404, { errors: "Not Found" });
    if (!this.tokens.has(request.headers.get("X-Shopify-Access-Token") ?? ""))
      return json(401, {
        errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
      });
    return answerWebhookQuery(await request.json(), this);
  }

  /** The address to which the browser goes when the owner installs the app. */
  installed(asked: URL): string {
    const { redirect_uri, state } = Object.fromEntries(asked.searchParams);
    const code = randomBytes(16).toString("hex");
    this.#codes.add(code);
    const params = {
      code,
      host: btoa(`${this.domain}/admin`),
      shop: this.domain,
      state,
      timestamp: "1790000000",
    };
    const message = Object.entries(params)
      .map(([name, value]) => `${name}=${value}`)
      .join("&");
    const hmac = createHmac("sha256", this.clientSecret).update(message).digest("hex");
    return `${redirect_uri}?${new URLSearchParams({ ...params, state: state ?? "", hmac })}`;
  }

  #askOwner(url: URL): Response {
    if (url.searchParams.get("client_id") !== this.clientId)
      return new Response("Oauth error invalid_request: Could not find Shopify API application", {
        status: 400,
      });
    if (url.searchParams.has("install")) return redirect(this.installed(url));
    const scope = url.searchParams.get("scope") ?? "";
    return page("Install app", `It asks for ${scope} in ${this.domain}.`, {
      // Relative, because a fake shop may stand in a folder.
      Install: `${url.search}&install=1`,
    });
  }

  #giveToken(form: URLSearchParams): Response {
    const given = z.record(z.string(), z.string()).parse(Object.fromEntries(form));
    if (given.client_id !== this.clientId || given.client_secret !== this.clientSecret)
      return json(401, { error: "invalid_client", error_description: "The client credentials are invalid." });
    const isRefresh = given.grant_type === "refresh_token";
    const isKnown = isRefresh
      ? this.refreshTokens.delete(given.refresh_token ?? "")
      : this.#codes.delete(given.code ?? "");
    if (!isKnown)
      return json(400, { error: "invalid_request", error_description: "It was used, or never given." });
    return this.#newToken(this.expires && (isRefresh || given.expiring === "1"));
  }

  #newToken(isExpiring: boolean): Response {
    const access_token = `shpat_${randomBytes(16).toString("hex")}`;
    this.tokens.add(access_token);
    const scope = "read_customers,read_orders,read_products";
    if (!isExpiring) return json(200, { access_token, scope });
    const refresh_token = `shprt_${randomBytes(16).toString("hex")}`;
    this.refreshTokens.add(refresh_token);
    const lives = { expires_in: LIFE_SECONDS, refresh_token_expires_in: 7_776_000 };
    return json(200, { access_token, scope, refresh_token, ...lives });
  }
}
