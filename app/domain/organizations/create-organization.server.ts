import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "../accounts/accounts-context";
import { requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction } from "../accounts/call-function.server";
import { freeSlugs } from "./free-slugs";
import type { CreateOrganization } from "./organization.schema";

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("created"), slug: z.string() }),
  z.object({ outcome: z.literal("full") }),
  z.object({ outcome: z.literal("session_over") }),
]);

/**
 * Opens a further organization, which the session's user owns. Gives its slug.
 * Throws `unauthenticated`, `conflict` for whoever owns twenty, `too_many`.
 */
export async function createOrganization(
  ctx: AccountsContext,
  session: { sessionId: string; userId: string },
  input: CreateOrganization,
): Promise<string> {
  await requireAttempt(ctx, "organizationByAccount", session.userId);
  const { slug, otherSlug } = freeSlugs(input.name);
  const answer = await callFunction(
    ctx.db,
    sql`account_create_organization(${session.sessionId}::uuid, ${ctx.newId()}::uuid, ${input.name}, ${slug},
      ${otherSlug}, ${input.timeZone}, ${input.currency}, ${ctx.visit.ip})`,
    answerSchema,
  );
  if (answer.outcome === "session_over") throw new AppError("unauthenticated", "errors:sessionEnded");
  if (answer.outcome === "full") throw new AppError("conflict", "errors:members.tooManyOrganizations");
  return answer.slug;
}
