import { readFlatFields } from "../body/read-flat-fields";
import type { RawDelivery, Verdict } from "../connector";
import { isHexSigned } from "../is-signed";
import { signedText } from "./signature";

/** Checks the X Signature, which stands among the fields that it signs. */
export async function verify({ headers, rawBody, secrets, keys }: RawDelivery): Promise<Verdict> {
  const fields = readFlatFields({ headers, rawBody }, ["form", "json"]);
  if (!fields) return "refused";
  const text = signedText(fields);
  const signature = fields.get("x_signature");
  return (await isHexSigned({ signature, messageOf: () => text, secrets, keys })) ? "ok" : "refused";
}
