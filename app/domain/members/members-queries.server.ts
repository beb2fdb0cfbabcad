import { asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { invitations } from "~/db/schema/organizations";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { ROLES } from "../organizations/permissions";
import { requireRecordId } from "../record-id";

const memberRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(["active", "suspended"]),
  joinedAt: z.coerce.date(),
  isOwner: z.boolean(),
});

export type Member = z.output<typeof memberRow>;

/** Those who are members now, suspended ones too, by name; an organization has 200 at most. */
export async function listMembers({ db }: OrgContext): Promise<Member[]> {
  const query = sql`
    select p.user_id as id, p.name, p.email, p.role, p.state, p.joined_at as "joinedAt",
      coalesce(p.user_id = o.owner_id, false) as "isOwner"
    from organization_people() p cross join organizations o
    where o.id = app_org_id() and p.state <> 'removed'
    order by lower(p.name), p.user_id limit 500`;
  return readRows(memberRow, await db.read(db.orm.execute(query)));
}

/** One present member, and whether it is the owner who asks. Throws `not_found`. */
export async function getMember(
  ctx: OrgContext,
  { userId }: { userId: string },
): Promise<{ member: Member; isByOwner: boolean }> {
  const members = await listMembers(ctx);
  const member = members.find(({ id }) => id === userId);
  if (!member) throw new AppError("not_found", "errors:notFound");
  return { member, isByOwner: members.some(({ id, isOwner }) => isOwner && id === ctx.actor.id) };
}

const invitationColumns = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  sends: invitations.sends,
  sentAt: invitations.sentAt,
  expiresAt: invitations.expiresAt,
};
const invitationRow = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(ROLES),
  sends: z.number(),
  sentAt: z.date(),
  expiresAt: z.date(),
});

export type Invitation = z.output<typeof invitationRow>;

/** Invitations that nobody has accepted yet, by email; an organization has 50 at most. */
export async function listInvitations({ db }: OrgContext): Promise<Invitation[]> {
  const rows = await db.read(
    db.orm.select(invitationColumns).from(invitations).orderBy(asc(invitations.email)).limit(100),
  );
  return z.array(invitationRow).parse(rows);
}

/** One open invitation. Throws `not_found`. */
export async function getInvitation({ db }: OrgContext, { id }: { id: string }): Promise<Invitation> {
  const rows = await db.read(
    db.orm
      .select(invitationColumns)
      .from(invitations)
      .where(eq(invitations.id, requireRecordId(id))),
  );
  const [row] = z.array(invitationRow).parse(rows);
  if (!row) throw new AppError("not_found", "errors:notFound");
  return row;
}
