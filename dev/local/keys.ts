import { randomBytes } from "node:crypto";
import * as z from "zod";
import { readJson, writeJson } from "./json-file";
import type { Place } from "./place";

const keysSchema = z.object({
  sessionJwtKeys: z.string(),
  encryptionKeys: z.string(),
  hookUrlKey: z.string(),
  shopifyAppSecret: z.string(),
});

/** Secrets of one local stack, in the form the Worker's variables have. Never committed, never used elsewhere. */
export type LocalKeys = z.infer<typeof keysSchema>;

/** Made at the first start and kept, because stored secrets and sessions hang on them. */
export function loadKeys(place: Place): LocalKeys {
  const kept = readJson(place.keys, keysSchema);
  if (kept) return kept;
  const key = () => randomBytes(32).toString("base64");
  const keys = {
    sessionJwtKeys: `1:${key()}`,
    encryptionKeys: `1:${key()}`,
    hookUrlKey: key(),
    shopifyAppSecret: randomBytes(24).toString("hex"),
  };
  writeJson(place.keys, keys);
  return keys;
}
