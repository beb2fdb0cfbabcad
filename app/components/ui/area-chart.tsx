import { Table2, TrendingUp } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaChartProps } from "./area-chart-props";
import { Button } from "./button";
import { ChartTable } from "./chart-table";
import { Skeleton } from "./skeleton";

const AreaChartCanvas = lazy(() => import("./area-chart-canvas.client"));

/** A line over time, with the same figures as a table one press away. recharts arrives after the page, and never on the server. */
export function AreaChart(props: AreaChartProps) {
  const { t } = useTranslation("common");
  const [isTable, setTable] = useState(false);
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return (
    <figure className="grid gap-3">
      <div className="flex items-start justify-between gap-3">
        <div className="grid gap-1">
          <figcaption className="font-medium text-ink">{props.title}</figcaption>
          {props.beforeName && <Legend now={props.valueName} before={props.beforeName} />}
        </div>
        <Button
          variant="ghost"
          size="icon-small"
          aria-label={isTable ? t("chart.showChart") : t("chart.showTable")}
          title={isTable ? t("chart.showChart") : t("chart.showTable")}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? <TrendingUp aria-hidden="true" /> : <Table2 aria-hidden="true" />}
        </Button>
      </div>
      {isTable ? (
        <ChartTable {...props} />
      ) : (
        <div aria-hidden="true" className="h-60">
          {isMounted ? (
            <Suspense fallback={<Skeleton className="h-full!" />}>
              <AreaChartCanvas {...props} />
            </Suspense>
          ) : (
            <Skeleton className="h-full!" />
          )}
        </div>
      )}
    </figure>
  );
}

function Legend({ now, before }: { now: string; before: string }) {
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-4 text-sm text-muted">
      <span className="flex items-center gap-1.5">
        <span className="w-4 border-t-2 border-chart-1" />
        {now}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="w-4 border-t-2 border-dashed border-faint" />
        {before}
      </span>
    </p>
  );
}
