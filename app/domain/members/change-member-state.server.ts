import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { actingOf, callAsMember } from "./call-as-member.server";

/** `active` lifts a suspension; `removed` is for good, until another invitation. */
export type NewMemberState = "active" | "suspended" | "removed";

/**
 * Suspends, reinstates or removes another member. They are out at their next
 * request and their live screens here are closed; sessions stay, for their other
 * organizations. Throws `not_found` when there is nobody in another state, and
 * `conflict` for oneself, the owner and the last Admin.
 */
export async function changeMemberState(
  ctx: OrgContext,
  { userId, state }: { userId: string; state: NewMemberState },
): Promise<void> {
  if (userId === ctx.actor.id) throw new AppError("conflict", "errors:members.own");
  await setState(ctx, userId, state);
}

/** Goes, of one's own will. Throws `conflict` for the owner and the last Admin. */
export async function leaveOrganization(ctx: OrgContext): Promise<void> {
  await setState(ctx, ctx.actor.id, "removed");
}

async function setState(ctx: OrgContext, userId: string, state: NewMemberState): Promise<void> {
  const { answer: sessionIds, orgId } = await callAsMember(
    ctx,
    sql`member_change_state(${requireRecordId(userId)}::uuid, ${state}, ${actingOf(ctx)})`,
    z.array(z.uuid()).nullable(),
  );
  if (sessionIds === null) throw new AppError("not_found", "errors:notFound");
  if (state === "active") return;
  ctx.ports.later(() => ctx.ports.closeScreens({ orgIds: [orgId], sessionIds }));
}
