import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { AppError } from "~/lib/app-error";
import type { StartedSession } from "../accounts/accounts-context";
import { announceSession } from "../accounts/announce-session.server";
import { callFunction, instantSchema } from "../accounts/call-function.server";
import { endedSessionsSchema } from "../accounts/ended-sessions";
import type { FactorsContext } from "./factors-context";
import type { FirstStep } from "./log-in-by-factor.server";
import { tellUser } from "./tell-user.server";

const finishedSchema = endedSessionsSchema.extend({
  email: z.string(),
  language: z.enum(LANGUAGES),
  expiresAt: instantSchema,
});

/**
 * After the waiting time the right password is enough: every second factor goes,
 * every session of the user ends, and a new one starts, in which to set up anew.
 * Throws `conflict` when it is too early, was cancelled, or the first step no longer counts.
 */
export async function finishFactorReset(ctx: FactorsContext, first: FirstStep): Promise<StartedSession> {
  const sessionId = ctx.newId();
  const finished = await callFunction(
    ctx.db,
    sql`factor_reset_finish(${first.userId}::uuid, ${first.fingerprint}, ${first.token}, ${sessionId}::uuid,
      ${JSON.stringify(ctx.visit)}::jsonb)`,
    finishedSchema.nullable(),
  );
  if (!finished) throw new AppError("conflict", "errors:factors.startOver");
  const session = { sessionId, userId: first.userId, expiresAt: finished.expiresAt };
  const ended = { orgIds: finished.organizations, sessionIds: finished.endedSessions };
  ctx.ports.later(() => ctx.ports.closeScreens(ended));
  ctx.ports.later(() => announceSession(ctx, session));
  tellUser(ctx, finished, "resetFinished");
  return session;
}
