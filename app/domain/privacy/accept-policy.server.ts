import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";
import { POLICY_VERSIONS } from "./policy-versions";

/**
 * Keeps that the session's own user accepted a version, and when. Throws `conflict`
 * when it is not the newest, because then other words were read; `unauthenticated`
 * when the session is over.
 */
export async function acceptPolicy(
  ctx: AccountsContext,
  sessionId: string,
  version: string,
  versions: readonly { version: string }[] = POLICY_VERSIONS,
): Promise<void> {
  if (version !== versions.at(-1)?.version) throw new AppError("conflict", "auth:errors.policyChanged");
  const isKept = await callFunction(
    ctx.db,
    sql`policy_accept(${sessionId}::uuid, ${version}, ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isKept) throw new AppError("unauthenticated", "errors:sessionEnded");
}
