import * as z from "zod";
import type { LocalKeys } from "../local/keys";

const connectionSchema = z.object({
  platform: z.enum(["woocommerce", "shopify"]),
  webhookUrl: z.url(),
  secret: z.string(),
  /** The header that carries the signature. */
  header: z.string(),
});

export const demoSchema = z.object({
  email: z.string(),
  password: z.string(),
  /** Slug. */
  organization: z.string(),
  connections: z.array(connectionSchema),
});

/** What a person needs to try the demo organization. */
export type Demo = z.infer<typeof demoSchema>;

export type SeedInput = {
  /** Straight to Postgres, as the owner. */
  ownerUrl: string;
  /** For the Neon driver, as the app. */
  appUrl: string;
  /** Where the app will answer; webhook addresses begin with it. */
  baseUrl: string;
  keys: LocalKeys;
};
