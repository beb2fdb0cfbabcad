export type ChartPoint = {
  /** Stands on the axis: "23 Nov". */
  label: string;
  value: number;
  /** The same point of the period compared with. */
  before?: number | null;
};

export type AreaChartProps = {
  /** What is shown, over which time; read out. */
  title: string;
  points: readonly ChartPoint[];
  /** The series' names, for the tooltip and the table. */
  valueName: string;
  beforeName?: string;
  /** Exact, for tooltip and table: "RM 1,234.50". */
  formatValue: (value: number) => string;
  /** Short, for the axis: "1.2k". */
  formatTick: (value: number) => string;
};
