import { readFlatFields } from "../body/read-flat-fields";
import type { RawDelivery, Verdict } from "../connector";
import { hasGenuineChecksum } from "./checksum";

export async function verify(delivery: RawDelivery): Promise<Verdict> {
  const fields = readFlatFields(delivery, ["json", "form", "multipart"]);
  return (await hasGenuineChecksum(fields, delivery)) ? "ok" : "refused";
}
