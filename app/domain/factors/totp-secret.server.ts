import { decodeBase64, encodeBase64 } from "@oslojs/encoding";
import { open, type SealPlace, seal } from "~/lib/sealed-box";
import type { FactorsContext } from "./factors-context";

/** Secrets of users belong to no organization; each opens for its own factor alone. */
const placeOf = (totpId: string): SealPlace => ({
  orgId: "",
  table: "totp_factors",
  column: "sealed",
  rowId: totpId,
});

export function sealTotpSecret(
  ctx: Pick<FactorsContext, "keyring">,
  id: string,
  secret: Uint8Array,
): Promise<string> {
  return seal(ctx.keyring, encodeBase64(secret), placeOf(id));
}

export async function openTotpSecret(
  ctx: Pick<FactorsContext, "keyring">,
  { id, sealed }: { id: string; sealed: string },
): Promise<Uint8Array> {
  return decodeBase64(await open(ctx.keyring, sealed, placeOf(id)));
}
