import * as z from "zod";
import type { MergeRecord } from "~/db/schema/identity";
import { profileSchema } from "../deliveries/stored-parts";

const rows = z.array(z.record(z.string(), z.unknown()));
const side = z.object({ own: profileSchema, tags: rows, values: rows });

/** What a standing merge kept of both sides. */
export const mergeRecordSchema: z.ZodType<MergeRecord> = z.object({
  survivor: side,
  absorbed: side.extend({ notes: z.array(z.uuid()), orders: z.array(z.uuid()) }),
  applied: z.object({ own: profileSchema, values: rows }),
});

export type { MergeRecord };
