import { useTranslation } from "react-i18next";
import type { CorrectedValue, Corrections } from "~/db/schema/corrections";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { ReleaseButton } from "./release-button";

type CorrectionsCardProps = {
  corrections: Corrections;
  /** Names of members by id. */
  names: Readonly<Record<string, string>>;
  wordOf: (field: string, value: CorrectedValue) => string;
  mayEdit: boolean;
};

/** What people set by hand on a record, what its shop says instead, and the way back to it. */
export function CorrectionsCard({ corrections, names, wordOf, mayEdit }: CorrectionsCardProps) {
  const { t } = useTranslation("sales");
  const format = useFormat();
  const set = Object.entries(corrections).flatMap(([field, one]) => (one ? [{ field, ...one }] : []));
  if (set.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("corrections.title")} detail={t("corrections.lead")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {set.map(({ field, value, told, by, at }) => (
            <li key={field} className="grid gap-1 py-2.5">
              <span className="flex items-baseline justify-between gap-4">
                <span className="text-muted">
                  {t(field === "isTest" ? "fields.isTestShort" : `fields.${field}`, field)}
                </span>
                <span className="text-right break-words text-ink">{wordOf(field, value)}</span>
              </span>
              <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-muted">
                <span>{t("shopSays", { value: wordOf(field, told) })}</span>
                {mayEdit && <ReleaseButton field={field} />}
              </span>
              <span className="text-xs text-faint">
                {names[by]
                  ? t("corrections.by", { name: names[by], date: format.dateTime(at) })
                  : format.dateTime(at)}
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
