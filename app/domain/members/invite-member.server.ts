import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { emailSubject, requireAttempt } from "../accounts/attempt-policies.server";
import { createEmailToken } from "../accounts/email-token.server";
import type { OrgContext } from "../context";
import { actingOf, callAsMember } from "./call-as-member.server";
import { INVITATION_DAYS } from "./invitation-days";
import { mailInvitation } from "./invitation-mail.server";
import type { Invite } from "./members.schema";

const REFUSALS = {
  member: "errors:members.already",
  suspended: "errors:members.suspended",
  invited: "errors:members.invited",
  full: "errors:members.full",
} as const;

/**
 * Invites an email by mail: the link works once, for seven days, for this email.
 * Throws `conflict` with the field that says why not, `too_many`.
 */
export async function inviteMember(ctx: OrgContext, { email, role }: Invite): Promise<void> {
  const { organization, user } = await ctx.db.entry();
  await requireAttempt(ctx, "inviteByOrganization", organization.id);
  await requireAttempt(ctx, "inviteByEmail", await emailSubject(email));
  const { token, hash } = await createEmailToken();
  const id = ctx.newId();
  const { answer } = await callAsMember(
    ctx,
    sql`invitation_create(${id}::uuid, ${email}, ${role}, ${hash}, ${INVITATION_DAYS}::int, ${actingOf(ctx)})`,
    z.enum(["created", "member", "suspended", "invited", "full"]),
  );
  if (answer === "full") throw new AppError("conflict", REFUSALS.full);
  if (answer !== "created")
    throw new AppError("conflict", REFUSALS[answer], { fields: { email: REFUSALS[answer] } });
  mailInvitation(ctx, { email, role, token, reason: id, organization, inviter: user.name });
}
