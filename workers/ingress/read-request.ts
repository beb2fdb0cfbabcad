import type { DeliveryHeaders } from "~/connectors/connector";

/** Bytes; what a webhook may weigh. */
export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_HEADERS = 40;
const LONGEST_VALUE = 1000;

/** Whether the request says itself that its body is too large. */
export function isStatedTooLarge(request: Request): boolean {
  return Number(request.headers.get("Content-Length")) > MAX_BODY_BYTES;
}

/** The raw body, or null when it is too large; a body without a stated length is cut off while it arrives. */
export async function readRawBody(request: Request): Promise<ArrayBuffer | null> {
  if (isStatedTooLarge(request)) return null;
  // A stated length is kept: the runtime passes on no more than that.
  if (request.headers.has("Content-Length")) return request.arrayBuffer();
  return request.body === null ? new ArrayBuffer(0) : readWithin(request.body, MAX_BODY_BYTES);
}

async function readWithin(stream: ReadableStream<Uint8Array>, limit: number): Promise<ArrayBuffer | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(new Uint8Array(read.value));
  }
  return new Blob(chunks).arrayBuffer();
}

const KEPT = /^(?:content-type$|user-agent$|shopify-|x-(?!forwarded|real-ip|request-id))/;

/**
 * The headers that a platform may speak through, in lower case; never cookies, credentials or
 * addresses. `proofHeaders` are read besides, whatever they are called: they hold a proof.
 */
export function readDeliveryHeaders(request: Request, proofHeaders: readonly string[] = []): DeliveryHeaders {
  const kept = [...request.headers].filter(([name]) => KEPT.test(name)).slice(0, MAX_HEADERS);
  const proofs = proofHeaders.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(
    [...kept, ...proofs].map(([name = "", value = ""]) => [name, value.slice(0, LONGEST_VALUE)]),
  );
}
