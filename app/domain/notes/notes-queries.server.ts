import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { requireCustomer } from "../customers/require-customer.server";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";

const PAGE = 20;

const noteRow = z.object({
  id: z.uuid(),
  body: z.string(),
  authorId: z.uuid(),
  /** Null when the author's account is gone. */
  author: z.string().nullable(),
  createdAt: z.coerce.date(),
  editedAt: z.coerce.date().nullable(),
});
export type CustomerNote = z.output<typeof noteRow>;

/**
 * A page of notes on a customer, newest first; `before` is an earlier page's `next`. Null for roles that
 * do not see contacts: a note may hold some. Throws `not_found` for no customer of the organization.
 */
export async function listNotes(
  ctx: OrgContext,
  input: { customerId: string; before: string | null },
): Promise<{ rows: CustomerNote[]; next: string | null } | null> {
  const customerId = requireRecordId(input.customerId);
  const older = input.before
    ? sql`and (n.created_at, n.id) < (select created_at, id from notes where id = ${requireRecordId(input.before)}::uuid)`
    : sql``;
  const query = sql`
    select n.id, n.body, n.author_id as "authorId", p.name as author, n.created_at as "createdAt",
      n.edited_at as "editedAt"
    from notes n left join organization_people() p on p.user_id = n.author_id
    where n.customer_id = ${customerId}::uuid and n.deleted_at is null ${older}
    order by n.created_at desc, n.id desc limit ${PAGE + 1}`;
  const [{ role }, result] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(ctx.db.orm.execute(query)),
    requireCustomer(ctx, customerId),
  ]);
  if (!isAllowed(role, "contacts.view")) return null;
  const found = readRows(noteRow, result);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}
