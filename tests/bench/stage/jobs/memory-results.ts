import type { BenchResult } from "../../bench-result";
import { HEAP_LIMIT, type StepReport } from "./job-process";

const MEGABYTE = 1_000_000;

/** What a job keeps in memory. Node's heap stands for the isolate's: the same V8, with the bench's modules besides. */
export function memoryResults(name: string, steps: readonly StepReport[]): BenchResult[] {
  const last = steps.at(-1);
  // Only of every 25th step is it known what is left when the garbage is gone.
  const early = steps.find(({ done }, i) => i % 25 === 0 && done >= (last?.done ?? 0) / 10) ?? steps[0];
  if (!last || !early) throw new Error("the job had no steps");
  return [
    {
      name: `${name}: memory at the end, of that after ${early.done.toLocaleString("en")} rows`,
      asked: { atMost: 1.1 },
      measured: last.kept / MEGABYTE,
      baseline: early.kept / MEGABYTE,
      ratio: last.kept / early.kept,
      unit: "MB",
    },
    {
      name: `${name}: the most memory after any step, garbage included`,
      asked: { atMost: HEAP_LIMIT },
      measured: Math.max(...steps.map(({ used }) => used)) / MEGABYTE,
      unit: "MB",
    },
  ];
}
