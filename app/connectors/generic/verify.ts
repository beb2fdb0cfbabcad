import type { RawDelivery, Verdict } from "../connector";
import { isOneOfSecrets } from "../is-one-of-secrets";
import { isBasic } from "./is-basic";
import { isHmacSigned } from "./is-hmac-signed";
import { isStandardSigned } from "./is-standard-signed";

/** Checks the proof that the seller chose; without a choice nothing is taken. */
export async function verify(delivery: RawDelivery): Promise<Verdict> {
  return (await isGenuine(delivery)) ? "ok" : "refused";
}

async function isGenuine(delivery: RawDelivery): Promise<boolean> {
  const { settings, address, headers, secrets } = delivery;
  const proof = settings?.proof;
  switch (proof?.kind) {
    case "address":
      return isOneOfSecrets(address?.[0], secrets);
    case "token":
      return isOneOfSecrets(headers[proof.header]?.replace(/^bearer /i, ""), secrets);
    case "hmac":
      return isHmacSigned(proof, delivery);
    case "basic":
      return isBasic(headers.authorization, proof.username, secrets);
    case "standard":
      return isStandardSigned(delivery);
    default:
      return false;
  }
}
