import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";
import { getFactors } from "./factors-queries.server";
import { createTotpSecret, describeTotp } from "./totp";
import { sealTotpSecret } from "./totp-secret.server";

/**
 * A new authenticator secret that waits for its first code, in place of another
 * that waits. Gives what the app is told: the QR code's text and the secret to type.
 * Throws `forbidden` in a session that is not fresh, `conflict` when an app counts already.
 */
export async function beginTotp(
  ctx: FactorsContext,
  sessionId: string,
): Promise<{ uri: string; typed: string }> {
  const { user } = await getFactors(ctx, sessionId);
  const [id, secret] = [ctx.newId(), createTotpSecret()];
  const hasBegun = await callFunction(
    ctx.db,
    sql`totp_begin(${sessionId}::uuid, ${id}::uuid, ${await sealTotpSecret(ctx, id, secret)})`,
    z.boolean(),
  );
  if (!hasBegun) throw new AppError("conflict", "errors:factors.totpKnown");
  return describeTotp(secret, user.email);
}
