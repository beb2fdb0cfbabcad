import * as z from "zod";

const pasted = (message: string, pattern: RegExp) =>
  z.string({ error: message }).trim().max(200, message).regex(pattern, message);

const shopAddress = z.string().trim().max(300, "connections:errors.shopAddressWrong").optional();

/** What a connection's shop is asked for, or told, from the connection's page. */
export const shopActSchema = z.discriminatedUnion("intent", [
  /** Asks the shop's owner to let us in. Shopify knows us as the app that the seller made there. */
  z.object({
    intent: z.literal("begin"),
    shopAddress,
    clientId: pasted("shopAccess:errors.clientIdWrong", /^[0-9a-f]{32}$/).optional(),
    clientSecret: pasted("connections:errors.secretWrong", /^[!-~]{16,200}$/).optional(),
  }),
  /** Keys that the seller made in WooCommerce. */
  z.object({
    intent: z.literal("paste"),
    shopAddress,
    consumerKey: pasted("shopAccess:errors.consumerKeyWrong", /^ck_\w{8,}$/),
    consumerSecret: pasted("shopAccess:errors.consumerSecretWrong", /^cs_\w{8,}$/),
  }),
  /** The token of an OnPay account. */
  z.object({
    intent: z.literal("token"),
    shopAddress,
    token: pasted("shopAccess:errors.tokenWrong", /^[!-~]{8,200}$/),
  }),
  /** With what the browser brought back from the shop: its address' parameters. */
  z.object({ intent: z.literal("finish"), returned: z.string().max(2000) }),
  z.object({ intent: z.literal("register") }),
  z.object({ intent: z.literal("check") }),
  z.object({ intent: z.literal("drop") }),
]);
export type ShopAct = z.output<typeof shopActSchema>;
export type ShopActOf<Intent extends ShopAct["intent"]> = Extract<ShopAct, { intent: Intent }>;
