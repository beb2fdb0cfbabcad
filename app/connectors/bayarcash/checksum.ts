import type { RawDelivery } from "../connector";
import { isHexSigned } from "../is-signed";

/** The fields of a callback that its checksum covers. */
const SIGNED = [
  "amount",
  "currency",
  "datetime",
  "exchange_reference_number",
  "exchange_transaction_id",
  "order_number",
  "payer_bank_name",
  "payer_email",
  "payer_name",
  "record_type",
  "status",
  "status_description",
  "transaction_id",
];

/** The values of the signed fields in the order of their names, joined with bars. */
export function signedText(fields: ReadonlyMap<string, string>): string {
  return SIGNED.map((name) => fields.get(name) ?? "").join("|");
}

/** Whether the checksum among the fields is genuine. BCL's callbacks have it too. */
export async function hasGenuineChecksum(
  fields: ReadonlyMap<string, string> | null,
  { secrets, keys }: Pick<RawDelivery, "secrets" | "keys">,
): Promise<boolean> {
  if (!fields) return false;
  const text = signedText(fields);
  return isHexSigned({ signature: fields.get("checksum"), messageOf: () => text, secrets, keys });
}
