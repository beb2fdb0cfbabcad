import type { HmacKeys } from "~/lib/hmac";
import type { CanonicalEvent } from "./canonical";

export type Platform = "woocommerce" | "shopify";

/** Header names in lower case. */
export type DeliveryHeaders = Readonly<Record<string, string>>;

/**
 * `ok` proceed; `refused` answer 401 and store nothing; `ping` a platform's
 * unsigned handshake: answer 200 and do nothing.
 */
export type Verdict = "ok" | "refused" | "ping";

export type DeliveryIdentity = {
  /** Lower case, for example `order.updated` or `orders/create`; `unknown` when absent. */
  topic: string;
  /** Equal for repetitions of one delivery, different for everything else. At most 200 characters. */
  dedupeKey: string;
  /** What the delivery says about its shop (site URL, myshopify domain); recorded and compared, never trusted. */
  sourceShop: string | null;
  /** What it is about, for search and erasure: `order:727`, `customer:12`, `product:9`; null when it has none. */
  subject: string | null;
};

export type ParseResult =
  | { outcome: "events"; events: CanonicalEvent[] }
  /** Understood, and nothing for us in it. `reason` is a stable snake_case code. */
  | { outcome: "ignored"; reason: string }
  /** Accepted and parked. `detail` names fields and expectations, never personal data. */
  | { outcome: "needs_attention"; reason: string; detail: string };

export type SetupStep = { titleKey: string; bodyKey: string };

/**
 * A shop platform. Pure: no database, no tenancy, no HTTP answers. One folder
 * `app/connectors/<platform>/` exports one of these; `registry.ts` lists them.
 */
export type Connector = {
  platform: Platform;
  /** Proper name for screens. */
  label: string;
  /** Header that carries the signature, in the platform's own spelling. */
  signatureHeader: string;
  /** Topics the seller should subscribe to, in the platform's own spelling. */
  topics: readonly string[];
  policyUrl: string;
  setupSteps: readonly SetupStep[];
  /** Whether the seller gets the secret from us (`generated`) or brings it from the platform (`pasted`). */
  secretOrigin: "generated" | "pasted";
  /**
   * Constant-time check over the raw bytes. `secrets` holds every secret that is
   * valid now (two during a rotation); none means `refused`. `keys`, when given,
   * keeps imported keys between calls; it belongs to whoever owns the secrets.
   */
  verify(input: {
    headers: DeliveryHeaders;
    rawBody: Uint8Array;
    secrets: readonly string[];
    keys?: HmacKeys;
  }): Promise<Verdict>;
  /** `bodyHash` is the lower-case hex SHA-256 of the raw bytes. Never throws. */
  identify(input: { headers: DeliveryHeaders; body: unknown; bodyHash: string }): DeliveryIdentity;
  /** Never throws: what cannot be mapped is `needs_attention`. */
  parse(input: { topic: string; headers: DeliveryHeaders; body: unknown }): ParseResult;
};
