import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";
import { getFactors } from "./factors-queries.server";
import { tellUser } from "./tell-user.server";

/**
 * Takes one of the person's passkeys away; without any other factor the recovery codes go too.
 * Throws `forbidden` in a session that is not fresh, `not_found`.
 */
export async function removePasskey(
  ctx: FactorsContext,
  sessionId: string,
  input: { id: string },
): Promise<void> {
  const { user } = await getFactors(ctx, sessionId);
  const isRemoved = await callFunction(
    ctx.db,
    sql`passkey_remove(${sessionId}::uuid, ${input.id}::uuid, ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isRemoved) throw new AppError("not_found", "errors:notFound");
  tellUser(ctx, user, "removed");
}
