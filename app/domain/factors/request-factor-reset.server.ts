import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction } from "../accounts/call-function.server";
import { createEmailToken } from "../accounts/email-token.server";
import { factorMail } from "./factor-mails.server";
import type { FactorsContext } from "./factors-context";
import { findFactorsAfterPassword } from "./factors-queries.server";
import type { FirstStep } from "./log-in-by-factor.server";

/**
 * For whoever gave the right password and says that every second factor is lost:
 * a link to their address, which begins the waiting time.
 * Throws `conflict` when the first step no longer counts or a request waits, `too_many`.
 */
export async function requestFactorReset(ctx: FactorsContext, first: FirstStep): Promise<void> {
  const factors = await findFactorsAfterPassword(ctx, first);
  if (!factors) throw new AppError("conflict", "errors:factors.startOver");
  await requireAttempt(ctx, "factorReset", first.userId);
  const id = ctx.newId();
  const { token, hash } = await createEmailToken();
  const isRequested = await callFunction(
    ctx.db,
    sql`factor_reset_request(${first.userId}::uuid, ${first.fingerprint}, ${id}::uuid, ${hash}, ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isRequested) throw new AppError("conflict", "errors:factors.startOver");
  const { user } = factors;
  const url = `${ctx.appUrl}/factor-reset?token=${token}&lng=${user.language}`;
  ctx.ports.later(() =>
    ctx.ports.mail.send(factorMail({ to: user, news: "resetRequested", url, reason: id })),
  );
}
