import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";
import { ROLES } from "./permissions";

const role = z.enum(ROLES);
const placesSchema = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), role })),
  /** Where the user's access is suspended. */
  suspended: z.array(z.object({ slug: z.string(), name: z.string() })),
  invitations: z.array(z.object({ id: z.uuid(), organization: z.string(), role })),
});

export type Places = z.output<typeof placesSchema>;

/** Where a session's user may go, is kept out of, and is invited to; null when the session is over. */
export function findPlaces(ctx: Pick<AccountsContext, "db">, sessionId: string): Promise<Places | null> {
  return callFunction(ctx.db, sql`account_places(${sessionId}::uuid)`, placesSchema.nullable());
}
