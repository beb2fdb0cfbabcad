/** A bound that the project has set itself; null where a figure is only to be known. */
export type Asked = { atLeast: number } | { atMost: number } | null;

/** One figure of a bench. What is asked is asked of `ratio` where there is one, of `measured` otherwise. */
export type BenchResult = {
  name: string;
  asked: Asked;
  measured: number;
  /** The same work without what is measured, in the same run. */
  baseline?: number;
  ratio?: number;
  unit: string;
};

export type Bench = { name: string; run(): Promise<BenchResult[]> };

export function isMet({ asked, ratio, measured }: BenchResult): boolean {
  const figure = ratio ?? measured;
  if (asked === null) return true;
  return "atLeast" in asked ? figure >= asked.atLeast : figure <= asked.atMost;
}
