import type { SealedSecret } from "~/db/schema/connections";

/** For how many days an old secret still counts: time to change it in every webhook of the shop. */
export const OVERLAP_DAYS = 3;
const OVERLAP_MS = OVERLAP_DAYS * 86_400_000;

/** The newest secret with its end; older ones end now, or each rotation would leave one more key to the door. */
export function endingAt(secrets: readonly SealedSecret[], now: Date): SealedSecret[] {
  const [newest] = secrets;
  return newest ? [{ ...newest, expiresAt: new Date(now.getTime() + OVERLAP_MS).toISOString() }] : [];
}
