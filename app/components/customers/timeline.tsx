import { useTranslation } from "react-i18next";
import { TIMELINE_KINDS, type TimelineKind } from "~/domain/customers/timeline-kinds";
import type { TimelineRow } from "~/domain/customers/timeline-queries.server";
import { useFormat } from "~/i18n/use-format";
import { listQuery } from "~/lib/list-query";
import { OlderRows } from "../lists/older-rows";
import { Card, CardBody, CardHeader } from "../ui/card";
import { FilterChip } from "../ui/filter-chips";
import { TimelineEntry } from "./timeline-entry";

type TimelineProps = {
  /** The newest entries, with the cursor of those before them. */
  timeline: { rows: TimelineRow[]; next: string | null };
  /** The one kind that is shown; null shows all. */
  kind: TimelineKind | null;
  customerTo: string;
  /** The organization's address, `/o/kedai`. */
  base: string;
};

/** What happened with a customer, newest first, under its days. */
export function Timeline({ timeline, kind, customerTo, base }: TimelineProps) {
  const { t } = useTranslation(["customers", "customerPage"]);
  const { rows, next } = timeline;
  return (
    <Card>
      <CardHeader
        title={t("page.timeline")}
        action={
          <FilterChip
            label={t("customerPage:filters.label")}
            options={TIMELINE_KINDS.map((value) => ({
              value,
              label: t(`customerPage:filters.${value}`),
              to: listQuery({ show: value }),
            }))}
            value={kind}
            clearTo="?"
          />
        }
      />
      <CardBody>
        {rows.length === 0 && (
          <p className="text-muted">{t(kind ? "customerPage:filters.none" : "page.noOrders")}</p>
        )}
        <Days rows={rows} last={undefined} base={base} />
        {next && (
          <OlderRows<TimelineRow>
            key={`${customerTo} ${kind}`}
            next={next}
            last={rows.at(-1)}
            toOf={(before) => `${customerTo}/timeline${listQuery({ show: kind, before })}`}
            label={t("page.older")}
          >
            {(older, last) => <Days rows={older} last={last} base={base} />}
          </OlderRows>
        )}
      </CardBody>
    </Card>
  );
}

type DaysProps = { rows: readonly TimelineRow[]; last: TimelineRow | undefined; base: string };

/** Entries under their days; the day of the entry above is not named again. */
function Days({ rows, last, base }: DaysProps) {
  const format = useFormat();
  const days = new Map<string, TimelineRow[]>();
  for (const row of rows) {
    const day = format.date(row.at);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const lastDay = last && format.date(last.at);
  return [...days].map(([day, entries]) => (
    <section key={day} className={day === lastDay ? "-mt-2 pb-2" : "pb-2"} aria-label={day}>
      {day !== lastDay && <h3 className="figures py-2 text-sm font-medium text-muted">{day}</h3>}
      <ol className="border-l border-line pl-5">
        {entries.map((row) => (
          <TimelineEntry key={row.id} row={row} base={base} />
        ))}
      </ol>
    </section>
  ));
}
