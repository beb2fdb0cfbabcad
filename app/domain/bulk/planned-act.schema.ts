import * as z from "zod";

/** A row of `custom_field_values`, as JSON. */
const storedValue = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** An act as it is carried out: values read, and as the database holds them. */
export const plannedActSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["trash", "restore"]) }),
  z.object({ kind: z.enum(["add_tag", "remove_tag"]), tagId: z.uuid() }),
  z.object({ kind: z.enum(["set_field", "clear_field"]), fieldId: z.uuid(), values: z.array(storedValue) }),
]);
export type PlannedAct = z.output<typeof plannedActSchema>;
