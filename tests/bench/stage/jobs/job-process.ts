import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as z from "zod";
import { PROJECT } from "../../../../dev/local/place";

export const jobOrderSchema = z.object({
  /** Of the database, as the app. */
  url: z.string(),
  orgId: z.uuid(),
  jobId: z.uuid(),
  /** Where the archive lies. */
  folder: z.string(),
});

const stepReportSchema = z.object({
  /** Milliseconds since the work began. */
  at: z.number(),
  /** Rows so far. */
  done: z.number(),
  /** Bytes of the heap when the step ended, what can be freed included. */
  used: z.number(),
  /** Bytes of heap and buffers at that time; after garbage was collected at every 25th step. */
  kept: z.number(),
});
export type StepReport = z.output<typeof stepReportSchema>;

/** Megabytes of objects that V8 may keep in the process; it dies when they are more. */
export const HEAP_LIMIT = 64;

const HERE = join(PROJECT, "tests", "bench", "stage");
const { execArgv } = process;

/** Does a job in a process of its own, whose heap is bounded. Answers its steps; throws when it does not end well. */
export async function runJobProcess(order: z.input<typeof jobOrderSchema>): Promise<StepReport[]> {
  const limits = [`--max-old-space-size=${HEAP_LIMIT}`, "--max-semi-space-size=2"];
  const child = fork(join(HERE, "jobs", "worker.ts"), { execArgv: [...execArgv, ...limits] });
  const steps: StepReport[] = [];
  child.on("message", (message) => steps.push(stepReportSchema.parse(message)));
  child.send(order);
  const [code] = await once(child, "exit");
  if (code !== 0)
    throw new Error(`the job's process ended with ${code} after ${steps.at(-1)?.done ?? 0} rows`);
  return steps;
}

/** A Neon endpoint in a process of its own; `url` is the given one with its port. */
export async function startEndpointProcess(url: string, postgresPort: number) {
  const child = fork(join(HERE, "endpoint", "worker.ts"), [String(postgresPort)], { execArgv });
  const [port] = await once(child, "message");
  const address = new URL(url);
  address.port = String(port);
  return { url: address.href, stop: () => child.kill() };
}
