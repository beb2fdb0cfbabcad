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
  /** For one that can be taken away together with others, because each has tests of its own. */
  cut?: Cut;
  /** What to run, most likely first; it stops at the first failure. */
  runs: VitestRun[];
};

/** What is taken away, as characters of the mutant's file, and which of its run's tests miss just this one. */
export type Cut = {
  start: number;
  end: number;
  by: string;
  /** A pattern of test names. */
  noticedBy: string;
  /** Dotted. What lies within another's place is behind that one too, so the two are never gone at once. */
  place: string;
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
