import type { RawDelivery, Verdict } from "../connector";
import { isOneOfSecrets } from "../is-one-of-secrets";

/** Shoppego signs nothing: the secret is part of the address. */
export async function verify({ address, secrets }: RawDelivery): Promise<Verdict> {
  return isOneOfSecrets(address?.[0], secrets) ? "ok" : "refused";
}
