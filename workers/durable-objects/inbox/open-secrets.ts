import { secretPlace } from "~/domain/connections/secret-place";
import type { InboxConfig } from "~/domain/context";
import type { HmacKeys } from "~/lib/hmac";
import { parseKeyring } from "~/lib/keyring";
import { open } from "~/lib/sealed-box";

/** A connection's secrets in the clear, for as long as its object lives in memory. */
export type OpenSecrets = {
  /** Those that are valid now. */
  at(now: number): string[];
  keys: HmacKeys;
};

export async function openSecrets(config: InboxConfig, encryptionKeys: string): Promise<OpenSecrets> {
  const keyring = parseKeyring(encryptionKeys);
  const secrets = await Promise.all(
    config.secrets.map(async ({ id, sealed, expiresAt }) => ({
      text: await open(keyring, sealed, secretPlace(config.orgId, config.connectionId, id)),
      until: expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
    })),
  );
  return {
    at: (now) => secrets.filter(({ until }) => until > now).map(({ text }) => text),
    keys: new Map(),
  };
}
