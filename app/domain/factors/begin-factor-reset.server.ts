import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { callFunction, instantSchema } from "../accounts/call-function.server";
import { hashEmailToken } from "../accounts/email-token.server";
import type { FactorsContext } from "./factors-context";
import { tellUser } from "./tell-user.server";

const begunSchema = z.object({ email: z.string(), language: z.enum(LANGUAGES), effectiveAt: instantSchema });

/** Whether a link would begin the waiting time, left unused: programs that follow links must not use it up. */
export async function isFactorResetLink(ctx: Pick<FactorsContext, "db">, token: string): Promise<boolean> {
  return callFunction(ctx.db, sql`factor_reset_find(${await hashEmailToken(token)})`, z.boolean());
}

/**
 * Uses a link, once: three days from now the person may set up second factors anew.
 * They are told, here and in every open session. Null when the link is unknown, used or too old.
 */
export async function beginFactorReset(ctx: FactorsContext, token: string): Promise<Date | null> {
  const call = sql`factor_reset_begin(${await hashEmailToken(token)}, ${ctx.visit.ip})`;
  const begun = await callFunction(ctx.db, call, begunSchema.nullable());
  if (!begun) return null;
  tellUser(ctx, begun, "resetBegun");
  return begun.effectiveAt;
}
