import { sql } from "drizzle-orm";
import * as z from "zod";
import { checkedText } from "~/db/checked-text";
import { readRows } from "~/db/read-rows";
import { organizations } from "~/db/schema/organizations";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import type { OrganizationSettings } from "./organization.schema";
import { ROLES } from "./permissions";
import { SECOND_FACTOR_RULES, type SecondFactorRule } from "./second-factor-rule";

/** The organization's own settings. */
export async function getOrganization({ db }: OrgContext): Promise<OrganizationSettings> {
  const [row] = await db.read(
    db.orm
      .select({
        name: organizations.name,
        slug: organizations.slug,
        details: organizations.details,
        timeZone: organizations.timeZone,
        currency: organizations.currency,
        language: organizations.language,
      })
      .from(organizations)
      .where(sql`${organizations.id} = app_org_id()`),
  );
  if (!row) throw new AppError("not_found", "errors:notFound");
  return row;
}

const personRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(["active", "suspended", "removed"]),
  joinedAt: z.coerce.date(),
});

export type Person = z.output<typeof personRow>;

/** Everybody who is or was a member, by name. */
export async function listPeople({ db }: OrgContext): Promise<Person[]> {
  const query = sql`
    select user_id as id, name, email, role, state, joined_at as "joinedAt"
    from organization_people() order by lower(name), user_id`;
  return readRows(personRow, await db.read(db.orm.execute(query)));
}

/** Names of everybody who is or was a member, by id. */
export async function listNames(ctx: OrgContext): Promise<Record<string, string>> {
  return Object.fromEntries((await listPeople(ctx)).map(({ id, name }) => [id, name]));
}

/** Who must have a second factor now. */
export async function getSecondFactorRule(ctx: OrgContext): Promise<SecondFactorRule> {
  const rule = checkedText(organizations.secondFactorRule, SECOND_FACTOR_RULES);
  const [row] = await ctx.db.read(
    ctx.db.orm.select({ rule }).from(organizations).where(sql`${organizations.id} = app_org_id()`),
  );
  return row?.rule ?? "nobody";
}
