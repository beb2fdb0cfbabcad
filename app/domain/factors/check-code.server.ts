import type { FactorsContext } from "./factors-context";
import type { Factors } from "./factors-queries.server";
import type { Proof } from "./proof.server";
import { hashRecoveryCode } from "./recovery-codes.server";
import { matchTotpStep } from "./totp";
import { openTotpSecret } from "./totp-secret.server";

const TOTP_CODE = /^\d{6}$/;

/**
 * A code of the authenticator app, or a recovery code; null when it is none of
 * the user's. Whether a recovery code is right the database tells.
 */
export async function checkCode(
  ctx: Pick<FactorsContext, "keyring" | "now">,
  { user, totp }: Pick<Factors, "user" | "totp">,
  typed: string,
): Promise<Proof | null> {
  const code = typed.replace(/\s/g, "");
  if (!TOTP_CODE.test(code)) return { kind: "recovery", hash: await hashRecoveryCode(user.id, code) };
  if (!totp?.confirmedAt) return null;
  const step = matchTotpStep(await openTotpSecret(ctx, totp), code, ctx.now());
  return step === null ? null : { kind: "totp", id: totp.id, step };
}
