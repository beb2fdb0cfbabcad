import type { FactorsView } from "~/domain/factors/factors-queries.server";
import { PasskeysSection } from "./passkeys-section";
import { RecoveryCodesSection } from "./recovery-codes-section";
import { TotpSection } from "./totp-section";

/** A person's second factors: what is on, and how to change it. */
export function FactorSections({ factors }: { factors: FactorsView }) {
  return (
    <>
      <PasskeysSection passkeys={factors.passkeys} />
      <TotpSection since={factors.totpSince} />
      {factors.hasFactor && <RecoveryCodesSection left={factors.recoveryCodesLeft} />}
    </>
  );
}
