import { sql } from "drizzle-orm";
import * as z from "zod";
import { formatDate } from "~/i18n/format-date";
import { getServerT } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { AppError } from "~/lib/app-error";
import { layoutMail } from "~/lib/mail-layout";
import type { AccountsContext } from "./accounts-context";
import { callFunction, instantSchema } from "./call-function.server";

const GRACE_DAYS = 30;

const closedSchema = z.object({
  outcome: z.literal("closing"),
  closesAt: instantSchema,
  email: z.string(),
  language: z.enum(LANGUAGES),
  endedSessions: z.array(z.uuid()),
  organizations: z.array(z.uuid()),
});

const answerSchema = z.discriminatedUnion("outcome", [
  closedSchema,
  z.object({ outcome: z.literal("session_over") }),
  z.object({ outcome: z.literal("last_admin"), organizations: z.array(z.string()) }),
]);

/**
 * Begins to close the account of a session, together with organizations that have
 * nobody else: all its sessions end, whoever logs in again within 30 days can
 * reopen it, and after that it is deleted. Throws `conflict` while others would be
 * left in an organization without its owner or an Admin.
 */
export async function closeAccount(ctx: AccountsContext, sessionId: string): Promise<void> {
  const call = sql`account_close(${sessionId}::uuid, ${GRACE_DAYS}, ${ctx.visit.ip})`;
  const answer = await callFunction(ctx.db, call, answerSchema);
  if (answer.outcome === "session_over") throw new AppError("unauthenticated", "errors:sessionEnded");
  if (answer.outcome === "last_admin") {
    const values = { organizations: answer.organizations.join(", ") };
    throw new AppError("conflict", "errors:accounts.lastAdmin", { values });
  }
  const { endedSessions, organizations } = answer;
  const mail = closingMail(ctx, answer);
  ctx.ports.later(() => ctx.ports.closeScreens({ orgIds: organizations, sessionIds: endedSessions }));
  ctx.ports.later(() => ctx.ports.mail.send(mail));
}

function closingMail(
  { appUrl, newId }: AccountsContext,
  { closesAt, email, language }: z.output<typeof closedSchema>,
) {
  const t = getServerT(language);
  const date = formatDate(closesAt, "UTC", language);
  const words = (part: string) => t(`auth:closing.mail.${part}`, { date });
  const { text, html } = layoutMail({
    language,
    title: words("subject"),
    paragraphs: [words("body"), words("otherwise")],
    action: { label: words("action"), url: `${appUrl}/log-in?lng=${language}` },
    footer: [t("auth:emails.footer")],
  });
  const idempotencyKey = `accountClosing/${newId()}`;
  return { to: email, subject: words("subject"), text, html, idempotencyKey };
}
