import { asc, eq } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { customerTags, tags } from "~/db/schema/tags";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { TAG_COLOURS } from "./tag-colours";
import { MOST_TAGS } from "./tag-limits";

const TAG_COLUMNS = { id: tags.id, name: tags.name, colour: checkedText(tags.colour, TAG_COLOURS) };

/** All tags by name, with how many customers outside of the trash have each. */
export async function listTags({ db }: OrgContext) {
  return db.read(
    db.orm
      .select({ ...TAG_COLUMNS, customersCount: tags.customersCount })
      .from(tags)
      .orderBy(asc(tags.folded))
      .limit(MOST_TAGS),
  );
}
export type ListedTag = Awaited<ReturnType<typeof listTags>>[number];

/** The tags of a customer by name. */
export async function listCustomerTags({ db }: OrgContext, customerId: string) {
  return db.read(
    db.orm
      .select(TAG_COLUMNS)
      .from(customerTags)
      .innerJoin(tags, eq(tags.id, customerTags.tagId))
      .where(eq(customerTags.customerId, requireRecordId(customerId)))
      .orderBy(asc(tags.folded))
      .limit(MOST_TAGS),
  );
}
export type CustomerTag = Awaited<ReturnType<typeof listCustomerTags>>[number];
