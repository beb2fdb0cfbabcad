import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { AreaChartProps, ChartPoint } from "./area-chart-props";

const AXIS = { fill: "var(--faint)", fontSize: 12 };

/** The drawing itself; its own chunk, mounted by `AreaChart`. */
export default function AreaChartCanvas(props: AreaChartProps) {
  const { points, beforeName, formatTick } = props;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" axisLine={false} tickLine={false} tick={AXIS} minTickGap={32} tickMargin={8} />
        <YAxis
          width={48}
          axisLine={false}
          tickLine={false}
          tick={AXIS}
          tickCount={4}
          tickFormatter={formatTick}
        />
        <Tooltip
          cursor={{ stroke: "var(--control)" }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active ? <PointCard {...props} point={payload[0]?.payload} /> : null
          }
        />
        {beforeName && (
          <Line
            dataKey="before"
            stroke="var(--faint)"
            strokeDasharray="3 4"
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        <Area
          dataKey="value"
          stroke="var(--chart-1)"
          strokeWidth={2}
          fill="var(--chart-1)"
          fillOpacity={0.1}
          dot={false}
          activeDot={{ r: 4, strokeWidth: 2, stroke: "var(--surface)" }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type PointCardProps = Pick<AreaChartProps, "valueName" | "beforeName" | "formatValue"> & {
  point: ChartPoint | undefined;
};

function PointCard({ point, valueName, beforeName, formatValue }: PointCardProps) {
  if (!point) return null;
  return (
    <div className="grid gap-1 rounded-control bg-raised px-3 py-2 text-sm shadow-float">
      <p className="text-muted">{point.label}</p>
      <p className="figures flex justify-between gap-6">
        <span>{valueName}</span>
        <span className="font-medium">{formatValue(point.value)}</span>
      </p>
      {beforeName && point.before !== null && point.before !== undefined && (
        <p className="figures flex justify-between gap-6 text-muted">
          <span>{beforeName}</span>
          <span>{formatValue(point.before)}</span>
        </p>
      )}
    </div>
  );
}
