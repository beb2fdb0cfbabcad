import * as z from "zod";
import { pageParams } from "../page-params.schema";
import { TRASH_NOUNS } from "./trash-nouns";

const noun = z.enum(TRASH_NOUNS);

/** The buttons that put a record in the trash and take it out again. */
export const trashActionSchema = z.object({ intent: z.enum(["trash", "restore"]), noun, id: z.uuid() });
export type TrashAction = z.output<typeof trashActionSchema>;

/** The form that deletes records of the trash for good; `name` is the organization's, typed to confirm. */
export const purgeSchema = z.object({
  intent: z.literal("purge"),
  noun,
  ids: z.array(z.uuid()).min(1).max(50),
  name: z.string().trim().max(200),
});
export type PurgeForm = z.input<typeof purgeSchema>;

/** The query string of the trash. */
export const trashParamsSchema = z.object({
  ...pageParams,
  noun: noun.catch("customer").default("customer"),
});
export type TrashParams = z.output<typeof trashParamsSchema>;
