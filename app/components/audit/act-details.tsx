import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type ActFilters, writeActQuery } from "~/domain/audit/act-filters";
import type { ListedAct } from "~/domain/audit/audit-queries.server";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";
import { fieldWord } from "./act-values";

/** What an act changed, and from where; folded until it is wanted. */
export function ActDetails({ act, filters }: { act: ListedAct; filters: ActFilters }) {
  const { t } = useTranslation("audit");
  const { seq, changes, isErased, device, ip, subjectId } = act;
  return (
    <details className="group mt-1">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 text-sm text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open:rotate-90" />
        {t("details.title")}
        <span className="sr-only">{t("details.of", { seq })}</span>
      </summary>
      <Facts className="my-2 rounded-control bg-sunken px-3 text-sm">
        {changes.map(({ field, before, after }) => (
          <Fact key={field} label={fieldWord(t, field)}>
            <s className="text-muted">{before ?? t("details.nothing")}</s> <span aria-hidden="true">→</span>{" "}
            {after ?? t("details.nothing")}
          </Fact>
        ))}
        {isErased && <Fact label={t("details.values")}>{t("details.erased")}</Fact>}
        {device && <Fact label={t("details.device")}>{device}</Fact>}
        {ip && (
          <Fact label={t("columns.address")}>
            <TextLink to={writeActQuery(filters, { ip })}>{ip}</TextLink>
          </Fact>
        )}
        {subjectId && (
          <Fact label={t("details.subject")}>
            <TextLink to={writeActQuery(filters, { subject: subjectId })}>
              {t("details.allOnSubject")}
            </TextLink>
          </Fact>
        )}
        <Fact label={t("details.number")}>{seq}</Fact>
      </Facts>
    </details>
  );
}
