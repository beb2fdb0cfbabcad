import { and, eq, sql } from "drizzle-orm";
import { organizations } from "~/db/schema/organizations";
import type { OrgContext } from "../context";

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
