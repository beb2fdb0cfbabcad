import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";
import { hashEmailToken } from "../accounts/email-token.server";
import { requireRecordId } from "../record-id";

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["joined", "member"]), slug: z.string() }),
  z.object({ outcome: z.enum(["session_over", "expired", "other_email", "suspended"]) }),
]);

/** A link's token, or the id of an invitation that was shown to whom it invites. */
export type WhichInvitation = { token: string } | { id: string };

/**
 * Makes the session's user a member, once, if the invitation is to their email.
 * Gives the organization's slug, also to who is a member already, or null when the
 * invitation is gone. Throws `unauthenticated`, and `conflict` when it invites another
 * email or somebody whose access is suspended; it can be used later then.
 */
export async function acceptInvitation(
  ctx: AccountsContext,
  sessionId: string,
  which: WhichInvitation,
): Promise<{ slug: string } | null> {
  const hash = "token" in which ? await hashEmailToken(which.token) : null;
  const id = "id" in which ? requireRecordId(which.id) : null;
  const answer = await callFunction(
    ctx.db,
    sql`account_accept_invitation(${sessionId}::uuid, ${hash}, ${id}::uuid, ${ctx.visit.ip})`,
    answerSchema,
  );
  if (answer.outcome === "session_over") throw new AppError("unauthenticated", "errors:sessionEnded");
  if (answer.outcome === "other_email") throw new AppError("conflict", "errors:members.otherEmail");
  if (answer.outcome === "suspended") throw new AppError("conflict", "errors:members.accessSuspended");
  return "slug" in answer ? { slug: answer.slug } : null;
}
