import { sql } from "drizzle-orm";
import { organizations } from "~/db/schema/organizations";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import type { UpdateOrganization } from "./organization.schema";
import { getOrganization } from "./organizations-queries.server";

/** Changes the organization's name, details, zone, currency and language. Unchanged input writes nothing. */
export async function updateOrganization(
  ctx: OrgContext,
  input: UpdateOrganization,
): Promise<{ changed: string[] }> {
  const { registrationNumber, phone, website, address, ...rest } = input;
  const before = flat(await getOrganization(ctx));
  const after: Flat = { ...rest, registrationNumber, phone, website, address };
  const changed = FIELDS.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return { changed };
  const pick = (from: Flat) => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]));
  const details = { registrationNumber, phone, website, address };
  await ctx.db.write([
    ctx.db.orm
      .update(organizations)
      .set({ ...rest, details, updatedAt: ctx.now() })
      .where(sql`${organizations.id} = app_org_id()`),
    ctx.db.orm.execute(
      auditRow(ctx, {
        action: "organization.updated",
        subject: { kind: "organization", id: null },
        facts: { fields: changed.join(", ") },
        before: pick(before),
        after: pick(after),
      }),
    ),
  ]);
  return { changed };
}

const FIELDS = [
  "name",
  "registrationNumber",
  "phone",
  "website",
  "address",
  "timeZone",
  "currency",
  "language",
] as const;

type Flat = Partial<Record<(typeof FIELDS)[number], string | undefined>>;

function flat({ details, ...rest }: Awaited<ReturnType<typeof getOrganization>>): Flat {
  return { ...rest, ...details };
}
