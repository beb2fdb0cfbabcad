import * as z from "zod";
import { profileSchema } from "../deliveries/stored-parts";
import { knownValueSchema } from "./people";

const FIELDS = ["name", "email", "phone", "company", "address"] as const;

export function isField(name: string): name is (typeof FIELDS)[number] {
  return FIELDS.some((field) => field === name);
}

/** How a customer was before a row changed it: only what the row touched. */
export const customerBeforeSchema = z.object({
  /** The identity whose facts changed, and those facts as they were; a fact that was none is left out. */
  identityId: z.uuid().nullable(),
  fields: z.array(z.enum(FIELDS)),
  facts: profileSchema,
  /** Identities that the row added. */
  identityIds: z.array(z.uuid()),
  wasTrashed: z.boolean(),
  tagIds: z.array(z.uuid()),
  values: z.array(z.object({ fieldId: z.uuid(), before: knownValueSchema.nullable() })),
  consents: z.array(z.object({ identityId: z.uuid(), channel: z.string(), before: z.string().nullable() })),
});
export type CustomerBefore = z.output<typeof customerBeforeSchema>;
