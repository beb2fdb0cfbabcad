import { readFlatFields } from "../body/read-flat-fields";
import type { RawDelivery, Verdict } from "../connector";
import { isOneOfSecrets } from "../is-one-of-secrets";

/** OnPay signs nothing: it sends the account's token along, inside the body. */
export async function verify({ headers, rawBody, secrets }: RawDelivery): Promise<Verdict> {
  const fields = readFlatFields({ headers, rawBody }, ["json", "form"]);
  return isOneOfSecrets(fields?.get("token"), secrets) ? "ok" : "refused";
}
