import { type Asked, type BenchResult, isMet } from "./bench-result";

const HEAD = ["", "figure", "measured", "baseline", "ratio", "asked"];

/** The results as lines of aligned columns; the first column marks what is not met. */
export function formatTable(results: readonly BenchResult[]): string {
  const rows = [HEAD, ...results.map(formatRow)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function formatRow(result: BenchResult): string[] {
  const { name, measured, baseline, ratio, unit, asked } = result;
  return [
    isMet(result) ? "" : "MISSED",
    name,
    `${formatNumber(measured)} ${unit}`,
    baseline === undefined ? "" : `${formatNumber(baseline)} ${unit}`,
    ratio === undefined ? "" : ratio.toFixed(2),
    formatAsked(asked, ratio === undefined ? unit : "×"),
  ];
}

function formatAsked(asked: Asked, unit: string): string {
  if (asked === null) return "";
  return "atLeast" in asked ? `≥ ${asked.atLeast} ${unit}` : `≤ ${asked.atMost} ${unit}`;
}

function formatNumber(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}
