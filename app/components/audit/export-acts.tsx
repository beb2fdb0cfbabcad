import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ActFilters } from "~/domain/audit/act-filters";
import { Button } from "../ui/button";

/** Saves the acts that the filters leave, as one of two kinds of file. */
export function ExportActs({ slug, filters }: { slug: string; filters: ActFilters }) {
  const { t } = useTranslation("audit");
  return (
    // A file is saved by the browser itself, not by a fetch.
    <form method="post" action={`/o/${slug}/settings/audit/export`} className="flex flex-wrap gap-2">
      {Object.entries(filters).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {(["csv", "xlsx"] as const).map((format) => (
        <Button key={format} type="submit" name="format" value={format} size="small" title={t("export.hint")}>
          <Download aria-hidden="true" />
          {t(`export.${format}`)}
        </Button>
      ))}
    </form>
  );
}
