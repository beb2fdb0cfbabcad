import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";
import { tellUser } from "./tell-user.server";

const userSchema = z.object({ email: z.string(), language: z.enum(LANGUAGES) });

/**
 * Ends a request to set up second factors anew. Whoever is logged in may do it at
 * once, without proving anything again; a second time changes nothing.
 */
export async function cancelFactorReset(ctx: FactorsContext, sessionId: string): Promise<void> {
  const call = sql`factor_reset_cancel(${sessionId}::uuid, ${ctx.visit.ip})`;
  const user = await callFunction(ctx.db, call, userSchema.nullable());
  if (user) tellUser(ctx, user, "resetCancelled");
}
