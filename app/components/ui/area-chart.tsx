import { Table2, TrendingUp } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaChartProps } from "./area-chart-props";
import { Button } from "./button";
import { ChartTable } from "./chart-table";
import { Skeleton } from "./skeleton";

const AreaChartCanvas = lazy(() => import("./area-chart-canvas"));

/** A line over time, with the same figures as a table one press away. recharts arrives after the page. */
export function AreaChart(props: AreaChartProps) {
  const { t } = useTranslation("common");
  const [isTable, setTable] = useState(false);
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return (
    <figure className="relative">
      <figcaption className="sr-only">{props.title}</figcaption>
      <div className="mb-1 flex justify-end">
        <Button variant="ghost" size="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? <TrendingUp aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          {isTable ? t("chart.showChart") : t("chart.showTable")}
        </Button>
      </div>
      {isTable ? (
        <ChartTable {...props} />
      ) : (
        <div aria-hidden="true" className="h-60">
          {isMounted ? (
            <Suspense fallback={<Skeleton className="h-full" />}>
              <AreaChartCanvas {...props} />
            </Suspense>
          ) : (
            <Skeleton className="h-full" />
          )}
        </div>
      )}
    </figure>
  );
}
