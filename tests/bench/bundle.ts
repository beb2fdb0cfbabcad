import type { BenchResult } from "./bench-result";
import { workerBytes } from "./bundle/worker-bytes";

const KILOBYTE = 1000;

/** (f) What is uploaded as the Worker, compressed as the platform counts it. */
export async function run(): Promise<BenchResult[]> {
  return [
    {
      name: "bundle: the Worker, gzip",
      asked: { atMost: 1000 },
      measured: workerBytes() / KILOBYTE,
      unit: "kB",
    },
  ];
}
