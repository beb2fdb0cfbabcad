import * as z from "zod";

/** What the queue carries: which job to go on with. Everything else is in its row. */
export const jobMessageSchema = z.object({ kind: z.literal("job_step"), orgId: z.uuid(), jobId: z.uuid() });

export type JobMessage = z.infer<typeof jobMessageSchema>;

/** The button that stops a job. */
export const cancelJobSchema = z.object({ intent: z.literal("cancel"), jobId: z.uuid() });
