import type { Bench } from "./bench-result";

/** In the order in which they run. A bench is loaded when it is chosen. */
export const BENCHES: readonly Bench[] = [
  { name: "bundle", run: async () => (await import("./bundle")).run() },
];
