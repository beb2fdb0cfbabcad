import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { recordSecurityEvent } from "../security/record-security-event.server";
import { newDeviceMail } from "./account-mails.server";
import type { AccountsContext, StartedSession } from "./accounts-context";
import { callFunction, instantSchema } from "./call-function.server";
import { describeDevice } from "./device.server";

const newDeviceSchema = z.object({
  email: z.string(),
  language: z.enum(LANGUAGES),
  at: instantSchema,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});

/**
 * Tells the user, and the Admins' security page, when a session began in a browser
 * or place that the user had not used. Call it in `ports.later` after every kind
 * of log-in.
 */
export async function announceSession(ctx: AccountsContext, session: StartedSession): Promise<void> {
  const found = await callFunction(
    ctx.db,
    sql`session_find_new_device(${session.sessionId}::uuid)`,
    newDeviceSchema.nullable(),
  );
  if (!found) return;
  const { email, language, userAgent, ...where } = found;
  const device = describeDevice(userAgent);
  await recordSecurityEvent(ctx, {
    kind: "unusual_place",
    userId: session.userId,
    key: session.sessionId,
    visit: ctx.visit,
  });
  await ctx.ports.mail.send(
    newDeviceMail({ email, language }, ctx.appUrl, { ...where, device, sessionId: session.sessionId }),
  );
}
