import * as z from "zod";

const text = z.string().min(1);

/** Keys of a WooCommerce shop's REST API. */
const woocommerceKeys = z.object({ kind: z.literal("woocommerce"), consumerKey: text, consumerSecret: text });

/** A token of a Shopify app that its shop let in, and what a new one is fetched with. */
const shopifyKeys = z.object({
  kind: z.literal("shopify"),
  clientId: text,
  clientSecret: text,
  accessToken: text,
  /** ISO 8601 UTC; null where the token does not expire. */
  expiresAt: z.string().nullable(),
  refreshToken: text.nullable(),
});

/** The token of an OnPay account. */
const onpayKeys = z.object({ kind: z.literal("onpay"), token: text });

/** What is sealed in a connection's credentials, by the platform it opens. */
export const keysSchema = z.discriminatedUnion("kind", [woocommerceKeys, shopifyKeys, onpayKeys]);
export type Keys = z.output<typeof keysSchema>;
export type KeysOf<Kind extends Keys["kind"]> = Extract<Keys, { kind: Kind }>;
