/** A straight line through values: its slope for each step, and that slope's standard error. */
export type Trend = { mean: number; slope: number; error: number };

/** Least squares over equally spaced values, of which there must be three. */
export function trendOf(values: readonly number[]): Trend {
  const count = values.length;
  if (count < 3) throw new Error("a trend needs three values");
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const middle = (count - 1) / 2;
  const spread = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread;
  const rest = values.reduce((sum, value, i) => sum + (value - mean - slope * (i - middle)) ** 2, 0);
  return { mean, slope, error: Math.sqrt(rest / (count - 2) / spread) };
}
