import { type BodyReading, readBody } from "~/connectors/body/read-body";
import type { AddressParts, Connector, DeliveryHeaders } from "~/connectors/connector";
import type { ConnectionSettings } from "~/connectors/generic/settings";
import { isRecord } from "~/connectors/read";
import type { NewDelivery } from "./deliveries";
import { proofHeadersOf } from "./proof-headers";

/** What a signed request says, ready to be stored. Never throws: what cannot be read is stored as unreadable. */
export async function readDelivery(input: {
  connector: Connector;
  settings?: ConnectionSettings;
  headers: DeliveryHeaders;
  address?: AddressParts;
  rawBody: ArrayBuffer;
  id: string;
  now: number;
}): Promise<NewDelivery> {
  const { connector, settings, headers, address } = input;
  const reading = readBody(input.rawBody, headers["content-type"], connector.bodyFormats);
  const kept = keptBytes(connector, reading, input.rawBody);
  const bodyHash = hex(await crypto.subtle.digest("SHA-256", kept));
  const body = reading.unreadable === null ? reading.body : null;
  const receivedAt = new Date(input.now).toISOString();
  const identity = connector.identify({ headers, address, body, bodyHash, settings, receivedAt });
  return {
    id: input.id,
    receivedAt: input.now,
    ...identity,
    headers: withoutSecrets(headers, proofHeadersOf(connector, settings)),
    body: reading.unreadable === null || isStorable(reading.text) ? kept : null,
    bodyBytes: kept.byteLength,
    bodyHash,
    unreadable: reading.unreadable,
  };
}

/**
 * The bytes as they came. A form is kept as the JSON that it stands for, so that
 * everything after this reads one format, and secrets in a body are not kept at all.
 */
function keptBytes(connector: Connector, reading: BodyReading, rawBody: ArrayBuffer): ArrayBuffer {
  if (reading.unreadable !== null) return rawBody;
  const { secretFields = [] } = connector;
  if (reading.format === "json" && secretFields.length === 0) return rawBody;
  const body = isRecord(reading.body) ? withoutFields(reading.body, secretFields) : reading.body;
  return new TextEncoder().encode(JSON.stringify(body)).buffer;
}

function withoutFields(body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** Postgres text holds no NUL; in JSON it could only be written as an escape. */
const isStorable = (text: string | null) => text !== null && !text.includes("\0");

/** A kept signature would let whoever reads the log test guesses of the secret. */
function withoutSecrets(headers: DeliveryHeaders, proofHeaders: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/signature|hmac|token|secret|api-key/.test(name) && !proofHeaders.includes(name),
    ),
  );
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
