import * as z from "zod";
import { mappingSchema } from "./mapping.schema";
import { proofSettingsSchema } from "./proof-settings";

/** What the seller chose for a connection: how its deliveries prove themselves, and what their fields mean. */
export const connectionSettingsSchema = z.object({
  proof: proofSettingsSchema,
  /** Null until somebody has pointed at the fields. */
  mapping: mappingSchema.nullable(),
  /** How many mappings there have been. */
  mappingVersion: z.number().int().nonnegative().default(0),
});

export type ConnectionSettings = z.output<typeof connectionSettingsSchema>;
