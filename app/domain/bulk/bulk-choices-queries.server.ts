import { and, asc, eq, isNull } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { customFields } from "~/db/schema/fields";
import { tags } from "~/db/schema/tags";
import type { OrgContext } from "../context";
import { FIELD_TYPES } from "../fields/field-types";
import { isAllowed } from "../organizations/permissions";

const MOST = 500;

/**
 * What the role may do to many records at once: the tags and fields to choose from,
 * none for roles that change no customers in bulk. Unique fields are filled in one by one.
 */
export async function listBulkChoices(ctx: OrgContext) {
  const type = checkedText(customFields.type, FIELD_TYPES);
  const { id, name, options, isRequired } = customFields;
  const [{ role }, known, fields] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      ctx.db.orm.select({ id: tags.id, name: tags.name }).from(tags).orderBy(asc(tags.folded)).limit(MOST),
    ),
    ctx.db.read(
      ctx.db.orm
        .select({ id, name, type, options, isRequired })
        .from(customFields)
        .where(and(isNull(customFields.archivedAt), eq(customFields.isUnique, false)))
        .orderBy(asc(customFields.position), asc(id))
        .limit(MOST),
    ),
  ]);
  const mayChange = isAllowed(role, "customers.bulk");
  return {
    mayTrash: isAllowed(role, "records.trash"),
    mayMerge: isAllowed(role, "customers.merge"),
    tags: mayChange ? known : [],
    fields: mayChange ? fields : [],
  };
}

export type BulkChoices = Awaited<ReturnType<typeof listBulkChoices>>;
export type BulkField = BulkChoices["fields"][number];
