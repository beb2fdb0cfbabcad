import * as z from "zod";
import { FIELD_TYPES } from "./field-types";

const MOST_OPTIONS = 100;
const LONGEST_NAME = 60;

const name = z.string().trim().min(1).max(LONGEST_NAME);

/** One option a line, as typed. */
const options = z
  .string()
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(LONGEST_NAME)).max(MOST_OPTIONS, "fields:errors.tooManyOptions"));

const looks = {
  name,
  options,
  isRequired: z.stringbool().default(false),
  isUnique: z.stringbool().default(false),
  isPrivate: z.stringbool().default(false),
  defaultValue: z.string().trim().max(200).default(""),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "fields:errors.currency")
    .optional(),
};

/** Everything that can be done to custom fields in the settings. */
export const fieldActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), type: z.enum(FIELD_TYPES), ...looks }),
  z.object({ intent: z.literal("update"), id: z.uuid(), ...looks }),
  z.object({ intent: z.literal("archive"), id: z.uuid() }),
  z.object({ intent: z.literal("reopen"), id: z.uuid() }),
  z.object({ intent: z.literal("move"), id: z.uuid(), by: z.coerce.number().pipe(z.literal([-1, 1])) }),
]);
export type FieldAction = z.output<typeof fieldActionSchema>;
export type FieldLooks = Omit<Extract<FieldAction, { intent: "update" }>, "intent" | "id">;
