import { readFlatFields } from "../body/read-flat-fields";
import type { RawDelivery, Verdict } from "../connector";
import { isHexSigned } from "../is-signed";

const SIGNED = ["status_id", "order_id", "transaction_id", "msg"];

/** The hash covers the secret and four fields; it says nothing of the amount. */
export async function verify({ headers, rawBody, secrets, keys }: RawDelivery): Promise<Verdict> {
  const fields = readFlatFields({ headers, rawBody }, ["form", "json", "multipart"]);
  if (!fields) return "refused";
  const told = SIGNED.map((name) => fields.get(name) ?? "").join("");
  const signature = fields.get("hash");
  const isGenuine = await isHexSigned({ signature, messageOf: (secret) => secret + told, secrets, keys });
  return isGenuine ? "ok" : "refused";
}
