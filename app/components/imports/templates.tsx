import { useTranslation } from "react-i18next";
import type { ImportNoun } from "~/domain/imports/import-fields";
import { useLanguage } from "~/i18n/use-language";

const LINK =
  "rounded-small text-brand-text underline decoration-brand-text/40 underline-offset-3 hover:decoration-brand-text";

/** Files to begin with: an empty one whose columns are all known, and an untidy one to try with. */
export function Templates({ noun }: { noun: ImportNoun }) {
  const { t } = useTranslation("imports");
  const language = useLanguage();
  return (
    <p className="text-sm text-muted">
      {t("templates.lead")}{" "}
      <a className={LINK} href={`/templates/${noun}-${language}.csv`} download>
        {t("templates.empty")}
      </a>
      {noun === "customers" && (
        <>
          {" · "}
          <a className={LINK} href="/templates/senarai-pelanggan.csv" download>
            {t("templates.untidy")}
          </a>
        </>
      )}
    </p>
  );
}
