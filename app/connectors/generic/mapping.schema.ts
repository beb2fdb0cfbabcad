import * as z from "zod";
import { isTimeZone } from "./is-time-zone";
import { statusWord } from "./status-word";
import { ITEM_TARGETS, ORDER_STATUSES, TARGETS } from "./targets";

const LONGEST_MAPPING = 20_000;
const MOST_STATUSES = 60;
const MOST_EVENTS = 20;

/** The way to a value in a body: names of fields, numbers of list entries as texts. Empty for the body itself. */
const path = z.array(z.string().max(100)).max(12);
export type Path = readonly string[];

const rule = z.strictObject({
  /** Texts of several are joined with a space; of anything else the first that is there counts. */
  paths: z.array(path).max(4),
  /** Stands where no path leads to a value. */
  constant: z.string().trim().max(200).nullable(),
  /** Of a text: its first word, or what follows it. */
  part: z.enum(["first", "rest"]).optional(),
});
export type Rule = z.output<typeof rule>;

/** What the fields of a connection's deliveries mean. Data alone: nothing of it is ever run. */
export const mappingSchema = z
  .strictObject({
    record: z.enum(["order", "customer"]),
    fields: z.partialRecord(z.enum(TARGETS), rule),
    /** Where an order lists what was bought; paths of its fields begin at an entry of the list. */
    items: z.strictObject({ path, fields: z.partialRecord(z.enum(ITEM_TARGETS), path) }).nullable(),
    /** What the sender's words for a status mean, in lower case; common words are known without. */
    statuses: z
      .record(z.string().max(100).transform(statusWord).pipe(z.string().min(1)), z.enum(ORDER_STATUSES))
      .refine((words) => Object.keys(words).length <= MOST_STATUSES, "mapping:errors.tooLarge"),
    /** Events that are nothing for us. */
    ignoredEvents: z.array(z.string().trim().min(1).max(100)).max(MOST_EVENTS),
    reading: z.strictObject({
      /** `minor` counts in sen; a decimal mark of its own is for senders that write 1.234 for a thousand. */
      amounts: z.enum(["decimal", "comma", "minor"]),
      /** What comes first in a date of numbers. */
      dates: z.enum(["dmy", "mdy"]),
      /** The clock of times that say no offset: an IANA zone. */
      zone: z.string().refine(isTimeZone, "mapping:errors.zone"),
    }),
  })
  .refine((mapping) => isRead(mapping.fields.id) || mapping.record === "customer", {
    path: ["fields", "id"],
    message: "mapping:errors.id",
  })
  .refine(
    ({ record, fields }) =>
      record === "order" || isRead(fields.email) || isRead(fields.phone) || isRead(fields.id),
    {
      path: ["fields", "email"],
      message: "mapping:errors.contact",
    },
  )
  .refine((mapping) => JSON.stringify(mapping).length <= LONGEST_MAPPING, "mapping:errors.tooLarge");

export type Mapping = z.output<typeof mappingSchema>;

const isRead = (one: Rule | undefined) => one !== undefined && one.paths.length > 0;
