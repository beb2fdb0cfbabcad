import type { VitestRun } from "./vitest-run";

/** One safeguard taken away. A test must notice. */
export type Mutant = {
  kind: "tenant filter" | "guard" | "forgery check" | "permission" | "session" | "mask";
  /** What is gone, in words and unique. */
  name: string;
  /** Relative to the project. */
  file: string;
  /** The whole file without the safeguard. */
  mutated: string;
  /** For a condition of a function of the database: what makes the function again without it. */
  inDatabase?: DatabaseMutant;
  /** What to run, most likely first; it stops at the first failure. */
  runs: VitestRun[];
};

export type DatabaseMutant = { name: string; functionName: string; statement: string };

export type Verdict = {
  mutant: Mutant;
  /** `broken`: nothing ran to its end, so nothing was shown. */
  outcome: "caught" | "survived" | "broken";
  /** The test that failed; for a broken one, what went wrong. */
  by: string;
  seconds: number;
};
