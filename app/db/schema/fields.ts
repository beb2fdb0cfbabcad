import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, orgId, updatedAt } from "./columns";
import { customers } from "./customers";
import { organizations } from "./organizations";

/** One of a choice field's answers. Values name it by id, so that its label can change. */
export type FieldOption = { id: string; label: string };

/** A fact about customers that the organization defines. */
export const customFields = pgTable(
  "custom_fields",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    /** Names it in files, addresses and the API; never changes. */
    key: text("key").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    options: jsonb("options").$type<FieldOption[]>().notNull().default([]),
    isRequired: boolean("is_required").notNull().default(false),
    isUnique: boolean("is_unique").notNull().default(false),
    /** May hold contacts: hidden from roles that do not see them. Always so for text and links. */
    isPrivate: boolean("is_private").notNull().default(false),
    /** As typed in the field's own form, read by its type. */
    defaultValue: text("default_value"),
    /** What money without a currency is in. */
    currency: text("currency"),
    position: integer("position").notNull(),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("custom_fields_key_key").on(t.orgId, t.key),
    check(
      "custom_fields_type",
      sql`${t.type} in ('text', 'number', 'money', 'date', 'yes_no', 'choice', 'multi_choice', 'url')`,
    ),
  ],
);

/**
 * What a customer's custom field holds: one row, or one per chosen option. The
 * columns are typed so that filters and sorts use an index under row-level security.
 */
export const customFieldValues = pgTable(
  "custom_field_values",
  {
    orgId: orgId(),
    customerId: uuid("customer_id").notNull(),
    fieldId: uuid("field_id").notNull(),
    /** The option's id for several choices, else empty. */
    item: text("item").notNull().default(""),
    /** Text and links as typed. */
    textValue: text("text_value"),
    /** Folded beginning of the text: what it is compared and sorted by. */
    foldedValue: text("folded_value"),
    /** Ten-thousandths, or minor units where there is a currency. */
    numberValue: bigint("number_value", { mode: "number" }),
    currency: text("currency"),
    dateValue: date("date_value", { mode: "string" }),
    yesValue: boolean("yes_value"),
    optionId: uuid("option_id"),
    /** Set where the field is unique: no two customers of the organization share it. */
    uniqueKey: text("unique_key"),
    source: text("source").notNull(),
    actorId: uuid("actor_id"),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.customerId, t.fieldId, t.item] }),
    foreignKey({
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.orgId, t.fieldId],
      foreignColumns: [customFields.orgId, customFields.id],
    }).onDelete("cascade"),
    index("custom_field_values_text_idx")
      .on(t.orgId, t.fieldId, t.foldedValue, t.customerId)
      .where(sql`folded_value is not null`),
    index("custom_field_values_number_idx")
      .on(t.orgId, t.fieldId, t.numberValue, t.customerId)
      .where(sql`number_value is not null and currency is null`),
    index("custom_field_values_money_idx")
      .on(t.orgId, t.fieldId, t.currency, t.numberValue, t.customerId)
      .where(sql`currency is not null`),
    index("custom_field_values_date_idx")
      .on(t.orgId, t.fieldId, t.dateValue, t.customerId)
      .where(sql`date_value is not null`),
    index("custom_field_values_yes_idx")
      .on(t.orgId, t.fieldId, t.yesValue, t.customerId)
      .where(sql`yes_value is not null`),
    index("custom_field_values_option_idx")
      .on(t.orgId, t.fieldId, t.optionId, t.customerId)
      .where(sql`option_id is not null`),
    uniqueIndex("custom_field_values_unique_key")
      .on(t.orgId, t.fieldId, t.uniqueKey)
      .where(sql`unique_key is not null`),
    check("custom_field_values_source", sql`${t.source} in ('person', 'shop', 'import', 'api')`),
  ],
);
