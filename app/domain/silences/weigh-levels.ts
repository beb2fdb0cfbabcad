const POINTS = 48;
const WIDTHS = 7;
const LOWEST = -12;

/** A level of sales beside the usual one, 1, and how much of all weeks have it. */
export type Level = { level: number; weight: number };

/** A gamma distribution of mean 1 and the given variance as weighted points, close at its low end, where silences are. */
export function weighLevels(variance: number): Level[] {
  const shape = 1 / variance;
  const width = Math.sqrt(variance);
  const low = Math.max(LOWEST, -WIDTHS * width);
  const step = (4 * Math.min(width, 0.5) - low) / (POINTS - 1);
  // The density of the level's logarithm, scaled to 1 at the mean.
  const points = Array.from({ length: POINTS }, (_, index) => {
    const log = low + index * step;
    return { level: Math.exp(log), weight: Math.exp(shape * (log - Math.exp(log) + 1)) };
  });
  const all = points.reduce((total, { weight }) => total + weight, 0);
  return points.map(({ level, weight }) => ({ level, weight: weight / all }));
}
