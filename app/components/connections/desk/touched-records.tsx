import { useTranslation } from "react-i18next";
import type { TouchedRecord } from "~/domain/deliveries/desk/touched-records.server";
import { Card, CardHeader } from "../../ui/card";
import { TextLink } from "../../ui/text-link";

/** The records that a delivery is about; nothing where there is none. */
export function TouchedRecords({ records, base }: { records: TouchedRecord[]; base: string }) {
  const { t } = useTranslation("deliveries");
  if (records.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("records.title")} />
      <ul className="divide-y divide-line border-t border-line">
        {records.map(({ kind, id, name }) => (
          <li key={id} className="flex min-w-0 items-baseline justify-between gap-3 px-4 py-2.5 sm:px-5">
            <TextLink to={`${base}/${kind}s/${id}`} className="min-w-0 truncate">
              {name ?? t("records.nameless")}
            </TextLink>
            <span className="shrink-0 text-sm text-muted">{t(`records.kinds.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
