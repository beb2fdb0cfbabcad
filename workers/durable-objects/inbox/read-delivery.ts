import type { Connector, DeliveryHeaders } from "~/connectors/connector";
import type { ReceivedDelivery } from "~/domain/deliveries/delivery.schema";
import { isJsonTextWithinDepth } from "~/lib/json-depth";
import type { NewDelivery } from "./deliveries";
import { MAX_JSON_DEPTH } from "./limits";

type Reading =
  | { unreadable: null; body: unknown }
  /** `isText`: whether Postgres can hold the body as text. */
  | { unreadable: NonNullable<ReceivedDelivery["unreadable"]>; isText: boolean };

/** What a signed request says, ready to be stored. Never throws: what cannot be read is stored as unreadable. */
export async function readDelivery(input: {
  connector: Connector;
  headers: DeliveryHeaders;
  rawBody: ArrayBuffer;
  id: string;
  now: number;
}): Promise<NewDelivery> {
  const { connector, headers, rawBody } = input;
  const bodyHash = hex(await crypto.subtle.digest("SHA-256", rawBody));
  const reading = readBody(rawBody);
  const body = reading.unreadable === null ? reading.body : null;
  const identity = connector.identify({ headers, body, bodyHash });
  return {
    id: input.id,
    receivedAt: input.now,
    ...identity,
    headers: withoutSecrets(headers),
    body: reading.unreadable === null || reading.isText ? rawBody : null,
    bodyBytes: rawBody.byteLength,
    bodyHash,
    unreadable: reading.unreadable,
  };
}

function readBody(rawBody: ArrayBuffer): Reading {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(rawBody);
  } catch {
    return { unreadable: "not_utf8", isText: false };
  }
  if (!isJsonTextWithinDepth(text, MAX_JSON_DEPTH))
    return { unreadable: "too_deep", isText: isStorable(text) };
  try {
    return { unreadable: null, body: JSON.parse(text) };
  } catch {
    return { unreadable: "not_json", isText: isStorable(text) };
  }
}

/** Postgres text holds no NUL; in JSON it could only be written as an escape. */
const isStorable = (text: string) => !text.includes("\0");

/** A kept signature would let whoever reads the log test guesses of the secret. */
function withoutSecrets(headers: DeliveryHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/signature|hmac|token/.test(name)));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
