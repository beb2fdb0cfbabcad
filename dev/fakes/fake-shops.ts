import type { FakeShop, Send } from "./fake-shop";
import { FakeShopifyShop } from "./fake-shopify-shop";
import { FakeWooShop } from "./fake-woo-shop";

/** Shops by the host they are at: whatever is asked for is there, as its name says. */
export class FakeShops {
  readonly #shops = new Map<string, FakeShop>();
  readonly #send: Send | undefined;

  /** `send` is the shops' way to us. */
  constructor(send?: Send) {
    this.#send = send;
  }

  woo(host: string): FakeWooShop {
    const shop = this.#at(host);
    if (shop instanceof FakeWooShop) return shop;
    throw new Error(`${host} is another platform's`);
  }

  shopify(host: string): FakeShopifyShop {
    const shop = this.#at(host);
    if (shop instanceof FakeShopifyShop) return shop;
    throw new Error(`${host} is another platform's`);
  }

  /** Stands in for the platform's network. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    return this.#at(new URL(request.url).host).handle(request);
  };

  #at(host: string): FakeShop {
    const known = this.#shops.get(host);
    if (known) return known;
    const isShopify = host.endsWith(".myshopify.com");
    const shop = isShopify ? new FakeShopifyShop(host) : new FakeWooShop(this.#send);
    this.#shops.set(host, shop);
    return shop;
  }
}
