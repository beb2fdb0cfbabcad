import * as z from "zod";
import { type ProofSettings, proofSettingsSchema } from "~/connectors/generic/proof-settings";
import { standardKey } from "~/connectors/generic/standard-key";
import { CONNECTORS, type Platform } from "~/connectors/registry";
import { platformSchema } from "./connection-platform";

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

const USUAL_SECRET = /^[!-~]{16,200}$/;
const LONGEST_SECRET = 5000;

/** A secret brought from the platform, as it was copied there. Its own form is the platform's matter. */
const pastedSecret = z
  .string({ error: "connections:errors.secretMissing" })
  .trim()
  .min(1, "connections:errors.secretMissing")
  .max(LONGEST_SECRET, "connections:errors.secretWrong");

/** Whether the text can be the secret of a connection to this platform, proved as was chosen. */
export function isSecretOf(platform: Platform, secret: string, proof?: ProofSettings): boolean {
  if (proof?.kind === "standard" && standardKey(secret) === null) return false;
  return (CONNECTORS[platform].secretPattern ?? USUAL_SECRET).test(secret);
}

type NewConnection = {
  platform: Platform;
  name: string;
  shopAddress: string | null;
  /** Absent where we make it, or where it comes later. */
  secret?: string | undefined;
  /** Present where the seller chooses. */
  proof?: ProofSettings | undefined;
};

/**
 * The address is optional: without it the first delivery names the shop. So is a
 * brought secret, because a platform may show it only beside a first webhook.
 */
export const createConnectionSchema = z
  .object({
    platform: platformSchema,
    name,
    shopAddress: z.string().trim().optional(),
    secret: pastedSecret.optional(),
    proof: proofSettingsSchema.optional(),
  })
  .transform(({ platform, name, shopAddress, secret, proof: given }, issue): NewConnection => {
    const { readShopAddress, secretOrigin, usualProof } = CONNECTORS[platform];
    const proof = usualProof && (given ?? usualProof);
    const address = (shopAddress && readShopAddress?.(shopAddress)) || null;
    const brought = secretOrigin === "generated" ? undefined : secret;
    const refuse = (field: string, message: string) =>
      issue.addIssue({ code: "custom", path: [field], message });
    if (shopAddress && readShopAddress && !address)
      refuse("shopAddress", "connections:errors.shopAddressWrong");
    if (brought && !isSecretOf(platform, brought, proof)) refuse("secret", "connections:errors.secretWrong");
    return { platform, name, shopAddress: address, secret: brought, proof };
  });
export type CreateConnection = NewConnection;

const renameConnectionSchema = z.object({ intent: z.literal("rename"), name });

const rotateSecretSchema = z.object({
  intent: z.literal("rotate-secret"),
  /** Brought from platforms that make it themselves, absent where we make it. */
  secret: pastedSecret.optional(),
  /** Whether the old secret still counts for a while, until the shop has the new one. */
  oldSecret: z.enum(["keep", "end"]),
});
const changeProofSchema = z.object({
  intent: z.literal("change-proof"),
  proof: proofSettingsSchema,
  /** The new proof's own; without it the secret stays, or we make one where it would not fit. */
  secret: pastedSecret.optional(),
});
export type ChangeProof = Omit<z.output<typeof changeProofSchema>, "intent">;

export type RotateSecret = Omit<z.output<typeof rotateSecretSchema>, "intent">;

/** Everything that can be done to a connection from its page. */
export const connectionActionSchema = z.discriminatedUnion("intent", [
  renameConnectionSchema,
  rotateSecretSchema,
  changeProofSchema,
  z.object({ intent: z.literal("reveal-secret") }),
  z.object({ intent: z.literal("pause") }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("remove") }),
]);
export type ConnectionAction = z.output<typeof connectionActionSchema>;
