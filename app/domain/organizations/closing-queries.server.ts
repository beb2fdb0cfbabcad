import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { organizations } from "~/db/schema/organizations";
import type { OrgContext } from "../context";

/** Whether the account of whoever asks is closing: then they are led to where it can be reopened. */
export async function isAccountClosing({ db, actor }: OrgContext): Promise<boolean> {
  const call = sql`select account_is_closing(${actor.sessionId}::uuid) as closing`;
  const [row] = readRows(z.object({ closing: z.boolean() }), await db.read(db.orm.execute(call)));
  return row?.closing === true;
}

/** When everything the organization has is deleted; null while it is open. */
export async function findClosing({ db }: OrgContext): Promise<Date | null> {
  const [row] = await db.read(
    db.orm
      .select({ closesAt: organizations.closesAt })
      .from(organizations)
      .where(and(sql`${organizations.id} = app_org_id()`, eq(organizations.state, "closing"))),
  );
  return row?.closesAt ?? null;
}
