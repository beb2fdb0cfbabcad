import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { actingOf, callAsMember } from "./call-as-member.server";

/** Withdraws an open invitation: its link no longer works. Throws `not_found`. */
export async function revokeInvitation(ctx: OrgContext, { id }: { id: string }): Promise<void> {
  const { answer } = await callAsMember(
    ctx,
    sql`invitation_revoke(${requireRecordId(id)}::uuid, ${actingOf(ctx)})`,
    z.boolean(),
  );
  if (!answer) throw new AppError("not_found", "errors:notFound");
}
