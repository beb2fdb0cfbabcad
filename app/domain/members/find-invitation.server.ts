import { sql } from "drizzle-orm";
import * as z from "zod";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";
import { hashEmailToken } from "../accounts/email-token.server";
import { ROLES } from "../organizations/permissions";

const foundSchema = z.object({
  organization: z.string(),
  role: z.enum(ROLES),
  email: z.string(),
  invitedBy: z.string().nullable(),
  /** Whether the email belongs to a verified account: it logs in, others sign up. */
  hasAccount: z.boolean(),
});
export type FoundInvitation = z.output<typeof foundSchema>;

/** What a link invites to, left unused; null when it was used, withdrawn, is unknown or too old. */
export async function findInvitation(
  ctx: Pick<AccountsContext, "db">,
  token: string,
): Promise<FoundInvitation | null> {
  return callFunction(
    ctx.db,
    sql`account_find_invitation(${await hashEmailToken(token)})`,
    foundSchema.nullable(),
  );
}
