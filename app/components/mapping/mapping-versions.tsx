import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { useFormat } from "~/i18n/use-format";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";

type Version = { version: number; savedAt: Date; mapping: Mapping };
type MappingVersionsProps = { versions: readonly Version[]; onUse: (mapping: Mapping) => void };

/** Mappings of before, each of which can be taken up again; saving it makes a new version. */
export function MappingVersions({ versions, onUse }: MappingVersionsProps) {
  const { t } = useTranslation("mapping");
  const format = useFormat();
  const earlier = versions.slice(1);
  if (earlier.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("versions.title")} />
      <ul className="divide-y divide-line border-t border-line">
        {earlier.map(({ version, savedAt, mapping }) => (
          <li key={version} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5 sm:px-5">
            <span className="text-base text-ink">
              {t("versions.one", { version, when: format.dateTime(savedAt) })}
            </span>
            <Button size="small" variant="ghost" onClick={() => onUse(mapping)}>
              {t("versions.use")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
