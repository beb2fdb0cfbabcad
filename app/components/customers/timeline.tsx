import { useTranslation } from "react-i18next";
import { TIMELINE_KINDS, type TimelineKind } from "~/domain/customers/timeline.schema";
import type { TimelineRow } from "~/domain/customers/timeline-queries.server";
import { useFormat } from "~/i18n/use-format";
import { listQuery } from "~/lib/list-query";
import { Card, CardBody, CardHeader } from "../ui/card";
import { FilterChip } from "../ui/filter-chips";
import { LinkButton } from "../ui/link-button";
import { TimelineEntry } from "./timeline-entry";

type TimelineProps = {
  rows: TimelineRow[];
  /** The one kind that is shown; null shows all. */
  kind: TimelineKind | null;
  /** Where a longer timeline is; null when all is shown. */
  moreTo: string | null;
  /** Where orders are, without an id. */
  ordersTo: string;
};

/** What happened with a customer, newest first, under its days. */
export function Timeline({ rows, kind, moreTo, ordersTo }: TimelineProps) {
  const { t } = useTranslation(["customers", "customerPage"]);
  const format = useFormat();
  const days = new Map<string, TimelineRow[]>();
  for (const row of rows) {
    const day = format.date(row.at);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
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
        {rows.length === 0 && <p className="text-muted">{t("page.noOrders")}</p>}
        {[...days].map(([day, entries]) => (
          <section key={day} className="pb-2" aria-label={day}>
            <h3 className="figures py-2 text-sm font-medium text-muted">{day}</h3>
            <ol className="border-l border-line pl-5">
              {entries.map((row) => (
                <TimelineEntry key={row.id} row={row} ordersTo={ordersTo} />
              ))}
            </ol>
          </section>
        ))}
        {moreTo && (
          <LinkButton to={moreTo} preventScrollReset>
            {t("page.older")}
          </LinkButton>
        )}
      </CardBody>
    </Card>
  );
}
