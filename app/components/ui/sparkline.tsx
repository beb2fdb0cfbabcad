type SparklineProps = {
  /** Oldest first. */
  values: readonly number[];
  /** What the line shows, in words: "Revenue of the last 14 days". */
  label: string;
};

const WIDTH = 120;
const HEIGHT = 32;
const INSET = 2;

/** A small line without axes, as wide as its place. Plain SVG: it comes with the page. */
export function Sparkline({ values, label }: SparklineProps) {
  if (values.length < 2) return null;
  const points = sparklinePoints(values);
  const line = points.map(([x, y]) => `${x},${y}`).join(" ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block size-full overflow-visible text-chart-1"
    >
      <polygon points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} fill="currentColor" opacity="0.1" />
      <polyline
        points={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** From left to right over the full width; the smallest value at the bottom, a flat line in the middle. */
export function sparklinePoints(values: readonly number[]): [x: number, y: number][] {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  const step = WIDTH / (values.length - 1);
  const round = (value: number) => Math.round(value * 100) / 100;
  return values.map((value, index) => {
    const height = span === 0 ? 0.5 : (value - least) / span;
    return [round(index * step), round(HEIGHT - INSET - height * (HEIGHT - 2 * INSET))];
  });
}
