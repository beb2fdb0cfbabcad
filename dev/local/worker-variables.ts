import { writeJson } from "./json-file";
import type { LocalKeys } from "./keys";
import type { Place } from "./place";

/** Writes what vite.config.ts gives to the Worker besides wrangler.toml. */
export function writeWorkerVariables(
  place: Place,
  input: { url: string; appUrl: string; keys: LocalKeys; fakeShopsUrl: string },
): void {
  writeJson(place.vite, {
    statePath: place.worker,
    vars: {
      APP_URL: input.url,
      DATABASE_URL: input.appUrl,
      SESSION_JWT_KEYS: input.keys.sessionJwtKeys,
      ENCRYPTION_KEYS: input.keys.encryptionKeys,
      HOOK_URL_KEY: input.keys.hookUrlKey,
      FAKE_SHOPS_URL: input.fakeShopsUrl,
      SHOPIFY_APP_SECRETS: input.keys.shopifyAppSecret,
    },
  });
}
