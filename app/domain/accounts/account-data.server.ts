import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { ROLES } from "../organizations/permissions";
import { instantSchema } from "./call-function.server";

const accountDataSchema = z.object({
  profile: z.object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    language: z.string(),
    theme: z.string(),
    createdAt: instantSchema,
    emailVerifiedAt: instantSchema.nullable(),
    adultConfirmedAt: instantSchema,
  }),
  policies: z.array(z.object({ version: z.string(), acceptedAt: instantSchema })),
  organizations: z.array(
    z.object({
      name: z.string(),
      role: z.enum(ROLES),
      state: z.enum(["active", "suspended", "removed"]),
      since: instantSchema,
      /** Of the user, in its audit log. */
      acts: z.number(),
    }),
  ),
  sessions: z.array(
    z.object({
      startedAt: instantSchema,
      lastSeenAt: instantSchema,
      endedAt: instantSchema.nullable(),
      ip: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
  passkeys: z.array(z.object({ name: z.string(), addedAt: instantSchema })),
});

/** Everything kept of one user, secrets aside; the newest 200 sessions. */
export type AccountData = z.output<typeof accountDataSchema>;

/** What is kept of whoever asks. Throws `unauthenticated` when the session is over. */
export async function getAccountData(ctx: OrgContext): Promise<AccountData> {
  const query = ctx.db.orm.execute(sql`select account_data(${ctx.actor.sessionId}::uuid) as answer`);
  const [row] = readRows(z.object({ answer: accountDataSchema.nullable() }), await ctx.db.read(query));
  if (!row?.answer) throw new AppError("unauthenticated", "errors:sessionEnded");
  return row.answer;
}
