import { and, asc, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { platformLabel } from "~/connectors/registry";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { customFields } from "~/db/schema/fields";
import { tags } from "~/db/schema/tags";
import type { OrgContext } from "../context";
import { FIELD_TYPES } from "../fields/field-types";
import { customFieldName } from "../filters/catalogue";
import type { ListQuery } from "../filters/list-query.schema";
import type { Noun } from "../filters/nouns";
import { isAllowed } from "../organizations/permissions";
import { listNamedRecords } from "./named-records-queries.server";

const MOST_FIELDS = 200;
const MOST_TAGS = 500;
const MOST_SHOPS = 100;

const optionsSchema = z.array(z.object({ id: z.string(), label: z.string() })).catch([]);

const selectFields = ({ db }: OrgContext) =>
  db.orm
    .select({
      id: customFields.id,
      name: customFields.name,
      type: checkedText(customFields.type, FIELD_TYPES),
      options: customFields.options,
      isPrivate: customFields.isPrivate,
    })
    .from(customFields)
    .where(and(isNull(customFields.archivedAt)))
    .orderBy(asc(customFields.position), asc(customFields.id))
    .limit(MOST_FIELDS);

const selectTags = ({ db }: OrgContext) =>
  db.orm
    .select({ id: tags.id, name: tags.name, colour: tags.colour })
    .from(tags)
    .orderBy(asc(tags.folded), asc(tags.id))
    .limit(MOST_TAGS);

const selectShops = ({ db }: OrgContext) =>
  db.orm
    .select({ id: shops.id, name: shops.name, platform: shops.platform })
    .from(shops)
    .orderBy(asc(shops.name), asc(shops.id))
    .limit(MOST_SHOPS);

/**
 * What a list can be narrowed to and show that is the organization's own: custom
 * fields (private ones only for roles that see contacts), tags, shops, currencies, and the records that its filter names.
 * Joins the turn's batch.
 */
export async function getListChoices(ctx: OrgContext, noun: Noun, { filter }: Pick<ListQuery, "filter">) {
  const ofCustomers = noun === "customers";
  const [{ role, organization }, fields, known, sold, currencies, named] = await Promise.all([
    ctx.db.entry(),
    ofCustomers ? ctx.db.read(selectFields(ctx)) : [],
    ofCustomers ? ctx.db.read(selectTags(ctx)) : [],
    ctx.db.read(selectShops(ctx)),
    ctx.db.read(
      ctx.db.orm.selectDistinct({ currency: shops.currency }).from(shops).orderBy(sql`1`).limit(30),
    ),
    listNamedRecords(ctx, filter),
  ]);
  const seesContacts = isAllowed(role, "contacts.view");
  return {
    seesContacts,
    mayExport: isAllowed(role, "records.export"),
    currency: organization.currency,
    currencies: [...new Set([organization.currency, ...currencies.map(({ currency }) => currency)])],
    tags: known,
    named,
    shops: sold.map((shop) => ({ ...shop, platformLabel: platformLabel(shop.platform) })),
    fields: fields
      .filter(({ isPrivate }) => seesContacts || !isPrivate)
      .map(({ id, name, type, options }) => ({
        id,
        type,
        label: name,
        name: customFieldName({ id, type }),
        options: optionsSchema.parse(options),
      })),
  };
}

export type ListChoices = Awaited<ReturnType<typeof getListChoices>>;
