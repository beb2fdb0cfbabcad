/** One of a shop's webhooks, as its platform tells it. */
export type ShopWebhook = {
  id: string;
  /** In the platform's own spelling, as the connector lists its topics. */
  topic: string;
  address: string;
  isOn: boolean;
};

/**
 * A shop's webhooks through its own interface. `create` and `renew` give them the
 * secret and the address that the interface was made with. Throws a `ShopApiError`.
 */
export type WebhookApi = {
  list(): Promise<ShopWebhook[]>;
  create(topic: string): Promise<void>;
  /** Switches one on again, with the secret that counts now. */
  renew(webhook: ShopWebhook): Promise<void>;
  /** One that is gone already is no error. */
  remove(webhook: ShopWebhook): Promise<void>;
};

/** Where deliveries go, and what they are signed with where the platform takes our secret. */
export type WebhookTarget = { address: string; secret: string };
