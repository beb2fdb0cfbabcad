import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { actingOf, callAsMember } from "./call-as-member.server";

const REFUSALS = {
  not_owner: "errors:members.notOwner",
  not_admin: "errors:members.notAdmin",
} as const;

/**
 * Makes another active Admin the owner; the one before stays an Admin. Only the
 * owner can, who proved in the last ten minutes that it is them. Throws
 * `not_found`, `conflict`, and `forbidden` with `errors:confirmFirst`.
 */
export async function transferOwnership(ctx: OrgContext, { userId }: { userId: string }): Promise<void> {
  const { answer } = await callAsMember(
    ctx,
    sql`organization_transfer(${requireRecordId(userId)}::uuid, ${actingOf(ctx)})`,
    z.enum(["transferred", "absent", "not_owner", "not_admin"]),
    sql`session_require_fresh(${ctx.actor.sessionId}::uuid)`,
  );
  if (answer === "absent") throw new AppError("not_found", "errors:notFound");
  if (answer !== "transferred") throw new AppError("conflict", REFUSALS[answer]);
}
