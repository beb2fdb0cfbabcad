import type { Verdict } from "../harness/verdict";

type FaultOptions = { seed: number; deliveries: number; kills: number; outageMs: number };

/** What was done to the Worker or its database, and what came of it. */
type Outcome = Verdict & { faults: string };

export type Scenario = {
  id: "R1" | "R2" | "R5" | "R6";
  title: string;
  run(options: FaultOptions): Promise<Outcome>;
};
