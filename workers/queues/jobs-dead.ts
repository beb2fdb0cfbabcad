import { jobMessageSchema } from "~/domain/jobs/job.schema";
import { logEvent } from "~/lib/log";

/** Records the messages that failed too often. Their jobs are not lost: the sweep sends for them again. */
export function consumeDeadJobs(batch: MessageBatch): void {
  for (const message of batch.messages) {
    const { data } = jobMessageSchema.safeParse(message.body);
    logEvent("jobs.dead_letter", { messageId: message.id, orgId: data?.orgId, jobId: data?.jobId });
    message.ack();
  }
}
