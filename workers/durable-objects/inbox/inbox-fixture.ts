import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { uuidv7 } from "uuidv7";
import { secretPlace } from "~/domain/connections/secret-place";
import type { InboxConfig } from "~/domain/context";
import type { HandOnMessage } from "~/domain/deliveries/delivery.schema";
import { hmacSha256Base64 } from "~/lib/hmac";
import { parseKeyring } from "~/lib/keyring";
import { seal } from "~/lib/sealed-box";
import { configOf } from "../../config";
import type { Inbox } from "../inbox";

export const SECRET = "a-secret-that-the-shop-holds-too";

/** An inbox of a connection of its own, configured unless told otherwise. */
export async function configureInbox(changes: Partial<InboxConfig> = {}): Promise<{
  inbox: DurableObjectStub<Inbox>;
  connectionId: string;
  config: InboxConfig;
}> {
  const connectionId = uuidv7();
  const orgId = uuidv7();
  const config: InboxConfig = {
    orgId,
    connectionId,
    shopId: uuidv7(),
    platform: "woocommerce",
    version: 1,
    isEnabled: true,
    secrets: [await sealSecret(SECRET, { orgId, connectionId })],
    shopExternalId: null,
    ...changes,
  };
  const inbox = env.INBOX.getByName(connectionId);
  await inbox.configure(config);
  return { inbox, connectionId, config };
}

export async function sealSecret(
  secret: string,
  of: { orgId: string; connectionId: string },
  expiresAt: string | null = null,
): Promise<InboxConfig["secrets"][number]> {
  const id = uuidv7();
  const keyring = parseKeyring(configOf(env).encryptionKeys);
  return { id, sealed: await seal(keyring, secret, secretPlace(of.orgId, of.connectionId, id)), expiresAt };
}

/** A WooCommerce delivery as the shop would sign it. */
export async function signed(
  body: unknown,
  secret = SECRET,
): Promise<{ headers: Record<string, string>; body: ArrayBuffer }> {
  const bytes = toBytes(body);
  const headers = {
    "content-type": "application/json",
    "x-wc-webhook-topic": "order.created",
    "x-wc-webhook-source": "https://kedai.example/",
    "x-wc-webhook-signature": await hmacSha256Base64(secret, bytes),
  };
  return { headers, body: bytes.buffer };
}

export async function deliver(connectionId: string, body: unknown, secret = SECRET) {
  const inbox = env.INBOX.getByName(connectionId);
  return inbox.accept({ platform: "woocommerce", ...(await signed(body, secret)) });
}

/** What the inbox hands on from now on, instead of sending it to the queue; `sent` goes on after an eviction. */
export async function catchHandOns(
  inbox: DurableObjectStub<Inbox>,
  options: { retryMs?: number; fail?: () => boolean } = {},
  sent: HandOnMessage[] = [],
): Promise<HandOnMessage[]> {
  const DELIVERIES_QUEUE = {
    async sendBatch(messages: { body: HandOnMessage }[]) {
      if (options.fail?.()) throw new Error("the queue is away");
      sent.push(...messages.map(({ body }) => body));
    },
  };
  const value = { ...env, DELIVERIES_QUEUE, HAND_ON_RETRY_MS: options.retryMs ?? 10_000 };
  await runInDurableObject(inbox, (instance) => {
    Object.defineProperty(instance, "env", { value });
  });
  return sent;
}

function toBytes(body: unknown): Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return Uint8Array.from(body);
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}
