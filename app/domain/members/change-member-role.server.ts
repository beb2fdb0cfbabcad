import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import type { Role } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { actingOf, callAsMember } from "./call-as-member.server";

/**
 * Gives a member another role, which counts from their next request. The same
 * role changes nothing. Throws `not_found`, and `conflict` for the owner and the
 * last Admin.
 */
export async function changeMemberRole(
  ctx: OrgContext,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  const { answer } = await callAsMember(
    ctx,
    sql`member_change_role(${requireRecordId(userId)}::uuid, ${role}, ${actingOf(ctx)})`,
    z.enum(["changed", "same", "absent"]),
  );
  if (answer === "absent") throw new AppError("not_found", "errors:notFound");
}
