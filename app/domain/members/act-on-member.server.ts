import type { OrgContext } from "../context";
import { changeMemberRole } from "./change-member-role.server";
import { changeMemberState } from "./change-member-state.server";
import type { MemberAction } from "./members.schema";
import { transferOwnership } from "./transfer-ownership.server";

/** Does to a member what a form of their page asks for. */
export async function actOnMember(ctx: OrgContext, userId: string, action: MemberAction): Promise<void> {
  switch (action.intent) {
    case "role":
      return changeMemberRole(ctx, { userId, role: action.role });
    case "suspend":
      return changeMemberState(ctx, { userId, state: "suspended" });
    case "reinstate":
      return changeMemberState(ctx, { userId, state: "active" });
    case "remove":
      return changeMemberState(ctx, { userId, state: "removed" });
    case "transfer":
      return transferOwnership(ctx, { userId });
  }
}
