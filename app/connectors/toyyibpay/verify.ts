import { createHash } from "node:crypto";
import { areBytesEqual } from "~/lib/constant-time";
import { readFlatFields } from "../body/read-flat-fields";
import type { RawDelivery, Verdict } from "../connector";

/** toyyibPay's own scheme: an MD5 over secret, status, order and reference. It covers no amount. */
export async function verify({ headers, rawBody, secrets }: RawDelivery): Promise<Verdict> {
  const fields = readFlatFields({ headers, rawBody }, ["form", "json", "multipart"]);
  const given = fields?.get("hash");
  if (!fields || !given) return "refused";
  const told = ["status", "order_id", "refno"].map((name) => fields.get(name) ?? "").join("");
  const encoder = new TextEncoder();
  const fits = secrets.filter((secret) => {
    const hash = createHash("md5").update(`${secret}${told}ok`).digest("hex");
    return secret !== "" && areBytesEqual(encoder.encode(given), encoder.encode(hash));
  });
  return fits.length > 0 ? "ok" : "refused";
}
