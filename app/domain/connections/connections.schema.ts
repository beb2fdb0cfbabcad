import * as z from "zod";
import type { Platform } from "~/connectors/connector";
import { readShopAddress } from "./shop-address";

/** What the seller calls the shop: one line of 1 to 80 characters. */
const name = z
  .string({ error: "connections:errors.nameMissing" })
  .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "connections:errors.nameMissing")
      .max(80, "connections:errors.nameTooLong")
      .regex(/^[^\p{Cc}\p{Cf}]*$/u, "connections:errors.nameCharacters"),
  );

const ADDRESS_ERRORS: Record<Platform, string> = {
  woocommerce: "connections:errors.woocommerceAddressWrong",
  shopify: "connections:errors.shopifyAddressWrong",
};

/** Optional: without it the first delivery names the shop. */
const shopAddress = (platform: Platform) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, issue) => {
      if (!text) return null;
      const address = readShopAddress(platform, text);
      if (address === null) issue.addIssue({ code: "custom", message: ADDRESS_ERRORS[platform] });
      return address;
    });

/** A secret brought from the platform, as it was copied there. */
const pastedSecret = z
  .string({ error: "connections:errors.secretMissing" })
  .trim()
  .min(1, "connections:errors.secretMissing")
  .regex(/^[!-~]{16,200}$/, "connections:errors.secretWrong");

export const createConnectionSchema = z.discriminatedUnion("platform", [
  z.object({ platform: z.literal("woocommerce"), name, shopAddress: shopAddress("woocommerce") }),
  z.object({
    platform: z.literal("shopify"),
    name,
    shopAddress: shopAddress("shopify"),
    /** Shopify shows it only beside a first webhook, so it may come later. */
    secret: pastedSecret.optional(),
  }),
]);
export type CreateConnection = z.output<typeof createConnectionSchema>;

const renameConnectionSchema = z.object({ intent: z.literal("rename"), name });

const rotateSecretSchema = z.object({
  intent: z.literal("rotate-secret"),
  /** Brought from platforms that make it themselves, absent where we make it. */
  secret: pastedSecret.optional(),
  /** Whether the old secret still counts for a while, until the shop has the new one. */
  oldSecret: z.enum(["keep", "end"]),
});
export type RotateSecret = Omit<z.output<typeof rotateSecretSchema>, "intent">;

/** Everything that can be done to a connection from its page. */
export const connectionActionSchema = z.discriminatedUnion("intent", [
  renameConnectionSchema,
  rotateSecretSchema,
  z.object({ intent: z.literal("reveal-secret") }),
  z.object({ intent: z.literal("pause") }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("remove") }),
]);
export type ConnectionAction = z.output<typeof connectionActionSchema>;
