import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";
import { getFactors } from "./factors-queries.server";
import { createRecoveryCodes } from "./recovery-codes.server";
import { tellUser } from "./tell-user.server";
import { matchTotpStep } from "./totp";
import { openTotpSecret } from "./totp-secret.server";

/**
 * The app's first code makes it count. Gives the recovery codes to show, once,
 * when the person had none; null when they have some already.
 * Throws `invalid` with the field, `conflict` when no app waits, `forbidden`, `too_many`.
 */
export async function confirmTotp(
  ctx: FactorsContext,
  sessionId: string,
  input: { code: string },
): Promise<{ codes: string[] | null }> {
  const { user, totp } = await getFactors(ctx, sessionId);
  if (!totp || totp.confirmedAt) throw new AppError("conflict", "errors:factors.totpNotWaiting");
  await requireAttempt(ctx, "confirmIdentity", user.id);
  const secret = await openTotpSecret(ctx, totp);
  const step = matchTotpStep(secret, input.code.replace(/\s/g, ""), ctx.now());
  if (step === null)
    throw new AppError("invalid", "errors:badRequest", { fields: { code: "errors:factors.firstCodeWrong" } });
  const { codes, hashes } = await createRecoveryCodes(user.id);
  const confirmed = await callFunction(
    ctx.db,
    sql`totp_confirm(${sessionId}::uuid, ${totp.id}::uuid, ${step}::bigint, ${sql.param(hashes)}::text[],
      ${ctx.visit.ip})`,
    z.object({ hasNewCodes: z.boolean() }).nullable(),
  );
  if (!confirmed) throw new AppError("conflict", "errors:factors.totpNotWaiting");
  tellUser(ctx, user, "added");
  return { codes: confirmed.hasNewCodes ? codes : null };
}
