import { useTranslation } from "react-i18next";
import type { ImportSettings } from "~/domain/imports/import.schema";
import { IMPORT_KEYS, IMPORT_MODES, type ImportNoun, keyColumns } from "~/domain/imports/import-fields";
import { RadioChoices } from "./radio-choices";

type IdentityChoiceProps = {
  noun: ImportNoun;
  settings: ImportSettings;
  onChange: (changed: Partial<ImportSettings>) => void;
};

/** What says which record a row is about, and what is done with rows that are known, or are not. */
export function IdentityChoice({ noun, settings, onChange }: IdentityChoiceProps) {
  const { t } = useTranslation("imports");
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:items-start">
      <RadioChoices
        name="key"
        label={t("match.key")}
        value={settings.key}
        options={IMPORT_KEYS[noun].map((key) => ({
          value: key,
          label: key === "emailOrPhone" ? t("match.emailOrPhone") : t(`fields.${key}`),
          isDisabled: !keyColumns(key).every((field) => settings.columns.includes(field)),
        }))}
        onChange={(key) => onChange({ key })}
      />
      <RadioChoices
        name="mode"
        label={t("match.mode")}
        value={settings.mode}
        options={IMPORT_MODES.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
        onChange={(mode) => onChange({ mode })}
      />
      <p className="text-sm text-muted sm:col-span-2">
        {t("match.blanks")} {noun === "orders" && t("match.together")}
      </p>
    </div>
  );
}
