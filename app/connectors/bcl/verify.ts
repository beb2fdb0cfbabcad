import { hasGenuineChecksum } from "../bayarcash/checksum";
import { readFlatFields } from "../body/read-flat-fields";
import type { RawDelivery, Verdict } from "../connector";
import { isHexSigned } from "../is-signed";

/**
 * BCL signs where it was given a secret, in a header or, as Bayarcash does, with a
 * checksum. Whoever has told us the secret gets nothing unsigned; before that the
 * unguessable address alone counts.
 */
export async function verify(delivery: RawDelivery): Promise<Verdict> {
  const { headers, rawBody, secrets, keys } = delivery;
  if (secrets.every((secret) => secret === "")) return "ok";
  const signature =
    headers["x-bcl-signature"] ?? headers["x-webhook-signature"] ?? headers["x-signature"] ?? null;
  const isGenuine =
    signature === null
      ? await hasGenuineChecksum(readFlatFields(delivery, ["json", "form", "multipart"]), delivery)
      : await isHexSigned({ signature, messageOf: () => rawBody, secrets, keys });
  return isGenuine ? "ok" : "refused";
}
