import type { HmacKeys } from "~/lib/hmac";
import type { BodyFormat } from "./body/read-body";
import type { CanonicalEvent } from "./canonical";
import type { ProofSettings } from "./generic/proof-settings";
import type { ConnectionSettings } from "./generic/settings";
import type { SetupGuide } from "./setup-guide";
import type { WireFacts } from "./wire-facts";

/** Header names in lower case. */
export type DeliveryHeaders = Readonly<Record<string, string>>;

/**
 * What the address says after the part that names the connection: the parts of its
 * path. Empty for platforms whose deliveries say everything themselves.
 */
export type AddressParts = readonly string[];

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

/** A request as it came. `address` is absent where a platform's address has nothing to say. */
export type RawDelivery = {
  headers: DeliveryHeaders;
  rawBody: Uint8Array;
  /** Every secret that is valid now: two during a rotation, none before one was brought. */
  secrets: readonly string[];
  address?: AddressParts;
  /** What the seller chose, where the platform leaves it to them. */
  settings?: ConnectionSettings;
  /** Milliseconds since the epoch, for proofs that grow old. */
  now?: number;
  /** Keeps imported keys between calls; it belongs to whoever owns the secrets. */
  keys?: HmacKeys;
};

/** `bodyHash` is the lower-case hex SHA-256 of the bytes that are kept. */
export type ReadDelivery = {
  headers: DeliveryHeaders;
  body: unknown;
  bodyHash: string;
  address?: AddressParts;
  settings?: ConnectionSettings;
  /** ISO 8601 UTC. */
  receivedAt?: string;
};

export type Telling = {
  topic: string;
  headers: DeliveryHeaders;
  body: unknown;
  settings?: ConnectionSettings;
};

/** `receivedAt`: ISO 8601 UTC, the moment that stands in where a platform says none. */
export type DatedTelling = Telling & { receivedAt: string };

/** How a delivery shows that it is genuine. */
export type Proof =
  /** The secret signs the delivery; without a genuine signature it is refused. */
  | "signature"
  /** The secret is sent along in the body. */
  | "body_token"
  /** The secret is the last but one part of the address, or the last. */
  | "address"
  /** Signed where the seller brought a secret; before that the unguessable address alone counts. */
  | "optional_signature"
  /** As the seller says for each connection. */
  | "chosen";

/** One of a platform's events that has an address of its own. `label` is the platform's word for it. */
export type AddressEvent = { event: string; label: string };

/**
 * A shop platform. Pure: no database, no tenancy, no HTTP answers. One folder
 * `app/connectors/<platform>/` exports one of these; `registry.ts` lists them.
 */
export type Connector = {
  /** The folder's name, and the platform's in addresses: lower-case letters. */
  platform: string;
  /** Proper name for screens. */
  label: string;
  /** `shop` sells, `payments` only takes the money. */
  kind: "shop" | "payments";
  proof: Proof;
  /** What the set-up offers first, where the proof is chosen. */
  usualProof?: ProofSettings;
  /** Whether bodies that leave no doubt are read by their fields' names until somebody has said what they mean. */
  isReadByNames?: boolean;
  /** In lower case: headers that prove a delivery by these settings. They are read for that and never kept. */
  proofHeaders?: (settings: ConnectionSettings) => readonly string[];
  /** Whether the seller gets the secret from us (`generated`), brings it from the platform (`pasted`), or does as they like. */
  secretOrigin: "generated" | "pasted" | "either";
  /** What a brought secret looks like; 16 to 200 visible characters where nothing is said. */
  secretPattern?: RegExp;
  /** Header that carries the signature, in the platform's own spelling; null when it stands elsewhere. */
  signatureHeader: string | null;
  /** Top-level fields of the body that hold secrets or signatures: they are never kept. */
  secretFields?: readonly string[];
  bodyFormats: readonly BodyFormat[];
  /** What a platform wants to read beside the status 200; our own JSON where nothing is said. */
  okText?: string;
  /** Topics the seller should subscribe to, in the platform's own spelling. */
  topics: readonly string[];
  /** Events that each need an address of their own, because the body does not name them. */
  addressEvents?: readonly AddressEvent[];
  /** Reads what people paste as the shop's address; null when it is none. Absent where shops have no address. */
  readShopAddress?: (text: string) => string | null;
  /** How a shop's own interface lets us in and what it shows; absent where shops cannot be asked. */
  reading?: { letsIn: "approval" | "token"; shows: "all" | "orders" };
  /** Null where nobody can say whose policy it would be. */
  policyUrl: string | null;
  guide: SetupGuide;
  facts: WireFacts;
  /** Constant-time check over the raw bytes. No valid secret means `refused`, unless signing is optional. */
  verify(delivery: RawDelivery): Promise<Verdict>;
  /** Never throws. */
  identify(delivery: ReadDelivery): DeliveryIdentity;
  /** Never throws: what cannot be mapped is `needs_attention`. */
  parse(telling: DatedTelling): ParseResult;
};
