import { sql } from "drizzle-orm";
import * as z from "zod";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";
import { hashEmailToken } from "./email-token.server";

type LinkPurpose = "reset_password" | "change_email" | "undo_email_change";

const linkSchema = z.object({
  /** Where the link was sent, or for a way back: the email that the account would get again. */
  email: z.string(),
  accountEmail: z.string(),
  name: z.string(),
  organizations: z.array(z.string()),
});

/** What a link in a mail stands for, left unused; null when it is unknown, used or too old. */
export async function findLink(
  ctx: Pick<AccountsContext, "db">,
  token: string,
  purpose: LinkPurpose,
): Promise<z.output<typeof linkSchema> | null> {
  return callFunction(
    ctx.db,
    sql`account_find_link(${await hashEmailToken(token)}, ${purpose})`,
    linkSchema.nullable(),
  );
}
