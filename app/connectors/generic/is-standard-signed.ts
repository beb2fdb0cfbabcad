import { encodeBase64 } from "@oslojs/encoding";
import { areBytesEqual } from "~/lib/constant-time";
import { hmacOf } from "~/lib/hmac";
import { joinBytes } from "~/lib/join-bytes";
import type { RawDelivery } from "../connector";
import { isFresh } from "./is-fresh";
import { standardKey } from "./standard-key";

/** Signatures looked at: a sender lists one for each key that it holds. */
const MOST_SIGNATURES = 10;

/** Whether one of the listed `v1` signatures is genuine as standardwebhooks.com has it, and at most five minutes old. */
export async function isStandardSigned(delivery: RawDelivery): Promise<boolean> {
  const { headers, rawBody, secrets, keys, now } = delivery;
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const given = readSignatures(headers["webhook-signature"]);
  if (!id || given.length === 0 || !isFresh(timestamp, now)) return false;
  const message = joinBytes([new TextEncoder().encode(`${id}.${timestamp}.`), rawBody]);
  for (const secret of new Set(secrets)) {
    const key = standardKey(secret);
    if (key === null) continue;
    const expected = new TextEncoder().encode(encodeBase64(await hmacOf("SHA-256", key, message, keys)));
    if (given.some((signature) => areBytesEqual(signature, expected))) return true;
  }
  return false;
}

function readSignatures(header: string | undefined): Uint8Array[] {
  const listed = header?.split(" ", MOST_SIGNATURES) ?? [];
  return listed.flatMap((one) => (one.startsWith("v1,") ? [new TextEncoder().encode(one.slice(3))] : []));
}
