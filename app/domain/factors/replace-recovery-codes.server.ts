import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";
import { getFactors } from "./factors-queries.server";
import { createRecoveryCodes } from "./recovery-codes.server";
import { tellUser } from "./tell-user.server";

/**
 * Ten new codes; the earlier ones open nothing any more.
 * Throws `forbidden` in a session that is not fresh, `conflict` without a second factor.
 */
export async function replaceRecoveryCodes(ctx: FactorsContext, sessionId: string): Promise<string[]> {
  const { user } = await getFactors(ctx, sessionId);
  const { codes, hashes } = await createRecoveryCodes(user.id);
  const isReplaced = await callFunction(
    ctx.db,
    sql`recovery_codes_replace(${sessionId}::uuid, ${sql.param(hashes)}::text[], ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isReplaced) throw new AppError("conflict", "errors:factors.noFactor");
  tellUser(ctx, user, "codesReplaced");
  return codes;
}
