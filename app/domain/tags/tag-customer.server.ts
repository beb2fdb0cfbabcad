import { eq } from "drizzle-orm";
import { lockRoom } from "~/db/lock-room";
import { readRows } from "~/db/read-rows";
import { customers } from "~/db/schema/customers";
import { tags } from "~/db/schema/tags";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { applyTags } from "./apply-tags.server";
import { ensureTags, namedTag } from "./ensure-tags.server";
import { foldTag } from "./fold-tag";
import { noRoom } from "./no-room";

/**
 * Puts a tag on a customer by its name. A name that is none yet becomes a tag where the member
 * may manage tags. Answers the tag's id. Throws `not_found`, and `conflict` for an unknown tag
 * or one too many.
 */
export async function tagCustomer(
  ctx: OrgContext,
  input: { customerId: string; name: string },
): Promise<string> {
  const customerId = requireRecordId(input.customerId);
  const { orm } = ctx.db;
  const folded = foldTag(input.name);
  const [{ role }, [customer], [known]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      orm
        .select({ id: customers.id, mergedInto: customers.mergedInto })
        .from(customers)
        .where(eq(customers.id, customerId)),
    ),
    ctx.db.read(orm.select({ id: tags.id, name: tags.name }).from(tags).where(eq(tags.folded, folded))),
  ]);
  if (!customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
  if (!known && !isAllowed(role, "tags.manage")) throw new AppError("conflict", "tags:errors.unknown");
  const tagId = known?.id ?? (await makeTag(ctx, input.name));
  const stamp = { source: "person", actorId: ctx.actor.id, at: ctx.now().toISOString() } as const;
  const act = {
    action: "customer.tagged",
    subject: { kind: "customer", id: customerId },
    facts: { tag: known?.name ?? input.name },
  };
  await ctx.db.write([
    orm.execute(applyTags([{ customerId, tagId }], stamp)),
    orm.execute(auditRow(ctx, act)),
  ]);
  return tagId;
}

/** The id of the tag of this name, which somebody else may make at the same moment. */
async function makeTag(ctx: OrgContext, name: string): Promise<string> {
  const { orm } = ctx.db;
  const [, result] = await ctx.db.write([
    orm.execute(lockRoom("tags")),
    orm.execute(ensureTags([name], ctx.newId)),
  ]);
  const [tag] = readRows(namedTag, result);
  if (!tag) throw noRoom();
  return tag.id;
}
