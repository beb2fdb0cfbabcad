import type { Verdict } from "../harness/verdict";

type FaultOptions = { seed: number; deliveries: number; kills: number; outageMs: number; minutes: number };

/**
 * What was done to the Worker or its database, and what came of it. `figures` are
 * printed; `missed` is how many of them are not what is asked for.
 */
type Outcome = Verdict & { faults: string; figures?: readonly string[]; missed?: number };

export type Scenario = {
  id: "R1" | "R2" | "R5" | "R6" | "burst" | "soak";
  title: string;
  /** Its figures are the machine's, too: it runs only when it is named. */
  isMeasure?: true;
  run(options: FaultOptions): Promise<Outcome>;
};
