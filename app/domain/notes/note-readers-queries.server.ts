import type { OrgContext } from "../context";
import { listMembers } from "../members/members-queries.server";
import { isAllowed } from "../organizations/permissions";

/** Whom a note can name: members who may read notes, by name. Says nothing else about them. */
export async function listNoteReaders(ctx: OrgContext): Promise<{ id: string; name: string }[]> {
  const members = await listMembers(ctx);
  return members
    .filter(({ state, role }) => state === "active" && isAllowed(role, "contacts.view"))
    .map(({ id, name }) => ({ id, name }));
}
