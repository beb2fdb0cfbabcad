import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";

/** Gives one of the person's passkeys another name. Throws `forbidden` in a session that is not fresh, `not_found`. */
export async function renamePasskey(
  ctx: FactorsContext,
  sessionId: string,
  input: { id: string; name: string },
): Promise<void> {
  const isRenamed = await callFunction(
    ctx.db,
    sql`passkey_rename(${sessionId}::uuid, ${input.id}::uuid, ${input.name}, ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isRenamed) throw new AppError("not_found", "errors:notFound");
}
