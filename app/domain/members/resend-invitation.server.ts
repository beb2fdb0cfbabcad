import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { emailSubject, requireAttempt } from "../accounts/attempt-policies.server";
import { createEmailToken } from "../accounts/email-token.server";
import type { OrgContext } from "../context";
import { ROLES } from "../organizations/permissions";
import { actingOf, callAsMember } from "./call-as-member.server";
import { INVITATION_DAYS } from "./invitation-days";
import { mailInvitation } from "./invitation-mail.server";
import { getInvitation } from "./members-queries.server";

/**
 * Mails an invitation again with a new link and seven new days; the earlier link
 * is void. Throws `not_found`, `conflict` after five mails, `too_many`.
 */
export async function resendInvitation(ctx: OrgContext, { id }: { id: string }): Promise<void> {
  const [{ organization, user }, { email }] = await Promise.all([ctx.db.entry(), getInvitation(ctx, { id })]);
  await requireAttempt(ctx, "inviteByOrganization", organization.id);
  await requireAttempt(ctx, "inviteByEmail", await emailSubject(email));
  const { token, hash } = await createEmailToken();
  const { answer: renewed } = await callAsMember(
    ctx,
    sql`invitation_renew(${id}::uuid, ${hash}, ${INVITATION_DAYS}::int, ${actingOf(ctx)})`,
    z.object({ email: z.string(), role: z.enum(ROLES) }).nullable(),
  );
  if (!renewed) throw new AppError("conflict", "errors:members.resentOften");
  mailInvitation(ctx, { ...renewed, token, reason: ctx.newId(), organization, inviter: user.name });
}
