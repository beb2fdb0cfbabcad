import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { UpdateProfile } from "./accounts.schema";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";

/** Changes what is given of the session's own user. Throws `unauthenticated` when the session is over. */
export async function updateProfile(
  ctx: AccountsContext,
  sessionId: string,
  input: UpdateProfile,
): Promise<void> {
  const isChanged = await callFunction(
    ctx.db,
    sql`profile_update(${sessionId}::uuid, ${input.name ?? null}, ${input.language ?? null},
      ${input.theme ?? null}, ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isChanged) throw new AppError("unauthenticated", "errors:sessionEnded");
}
