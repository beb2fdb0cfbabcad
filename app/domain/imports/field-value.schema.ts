import * as z from "zod";
import type { FieldValue } from "../fields/field-types";

/** A custom field's value as a before-image keeps it. */
const fieldValueSchema: z.ZodType<FieldValue> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("url"), url: z.string() }),
  z.object({ type: z.literal("number"), scaled: z.number() }),
  z.object({ type: z.literal("money"), minor: z.number(), currency: z.string() }),
  z.object({ type: z.literal("date"), date: z.string() }),
  z.object({ type: z.literal("yes_no"), isYes: z.boolean() }),
  z.object({ type: z.literal("choice"), optionId: z.string() }),
  z.object({ type: z.literal("multi_choice"), optionIds: z.array(z.string()) }),
]);

/** A value that was kept as JSON. */
export function readKnownValue(json: string): FieldValue {
  return fieldValueSchema.parse(JSON.parse(json));
}
