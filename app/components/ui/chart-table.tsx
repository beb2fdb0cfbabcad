import { useTranslation } from "react-i18next";
import type { AreaChartProps } from "./area-chart-props";

/** A chart's figures for those who read rather than look. */
export function ChartTable({ title, points, valueName, beforeName, formatValue }: AreaChartProps) {
  const { t } = useTranslation("common");
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-60 overflow-y-auto rounded-control border border-line"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:border-b [&>th]:bg-sunken [&>th]:px-3 [&>th]:py-1.5 [&>th]:text-muted">
            <th scope="col" className="text-left">
              {t("chart.date")}
            </th>
            <th scope="col" className="text-right">
              {valueName}
            </th>
            {beforeName && (
              <th scope="col" className="text-right">
                {beforeName}
              </th>
            )}
          </tr>
        </thead>
        <tbody className="figures">
          {points.map((point) => (
            <tr key={point.label} className="[&>*]:border-b [&>*]:px-3 [&>*]:py-1.5">
              <th scope="row" className="text-left font-normal">
                {point.label}
              </th>
              <td className="text-right">{formatValue(point.value)}</td>
              {beforeName && (
                <td className="text-right text-muted">
                  {point.before === null || point.before === undefined ? "" : formatValue(point.before)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
