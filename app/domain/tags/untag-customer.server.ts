import { and, eq } from "drizzle-orm";
import { customerTags, tags } from "~/db/schema/tags";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { removeTags, type TagRow } from "./apply-tags.server";

/** Takes a tag off a customer. Throws `not_found` when it does not have it. */
export async function untagCustomer(ctx: OrgContext, { customerId, tagId }: TagRow): Promise<void> {
  requireRecordId(customerId);
  const { orm } = ctx.db;
  const [tag] = await ctx.db.read(
    orm
      .select({ name: tags.name })
      .from(customerTags)
      .innerJoin(tags, eq(tags.id, customerTags.tagId))
      .where(and(eq(customerTags.customerId, customerId), eq(customerTags.tagId, tagId))),
  );
  if (!tag) throw new AppError("not_found", "errors:notFound");
  const act = {
    action: "customer.untagged",
    subject: { kind: "customer", id: customerId },
    facts: { tag: tag.name },
  };
  await ctx.db.write([orm.execute(removeTags([{ customerId, tagId }])), orm.execute(auditRow(ctx, act))]);
}
