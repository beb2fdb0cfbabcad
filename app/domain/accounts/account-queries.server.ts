import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { THEMES } from "./accounts.schema";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";

const accountSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  organizations: z.array(z.object({ slug: z.string(), name: z.string() })),
});

export type Account = z.output<typeof accountSchema>;

/** Whose live session this is, and their organizations by name; null when it is over. */
export function findAccountBySession(
  ctx: Pick<AccountsContext, "db">,
  sessionId: string,
): Promise<Account | null> {
  return callFunction(ctx.db, sql`account_find_by_session(${sessionId}::uuid)`, accountSchema.nullable());
}

/** As `findAccountBySession`. Throws `forbidden` with `errors:confirmFirst` when a grave act needs a proof first. */
export function findFreshAccount(
  ctx: Pick<AccountsContext, "db">,
  sessionId: string,
): Promise<Account | null> {
  return callFunction(
    ctx.db,
    sql`case when session_require_fresh(${sessionId}::uuid) is not null
      then account_find_by_session(${sessionId}::uuid) end`,
    accountSchema.nullable(),
  );
}
