import { useTranslation } from "react-i18next";
import type { ColumnContent } from "~/domain/imports/column-content";
import type { CustomField } from "~/domain/imports/guess-columns";
import { IMPORT_FIELDS, type ImportNoun } from "~/domain/imports/import-fields";
import { Select } from "../ui/select";
import { TextLink } from "../ui/text-link";
import { useColumnName } from "./use-column-name";

type ColumnRowsProps = {
  noun: ImportNoun;
  columns: string[];
  contents: ColumnContent[];
  targets: string[];
  fields: CustomField[];
  base: string;
  onChange: (at: number, target: string) => void;
};

/** Each column with examples of its cells, and the field that it is matched with. */
export function ColumnRows({ noun, columns, contents, targets, fields, base, onChange }: ColumnRowsProps) {
  const { t } = useTranslation("imports");
  const columnName = useColumnName();
  return (
    <ul className="border-t border-line">
      {columns.map((column, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          key={at}
          className="grid gap-x-4 gap-y-2 border-b border-line px-4 py-3 sm:grid-cols-2 sm:items-center sm:px-5"
        >
          <div className="min-w-0">
            <label htmlFor={`column-${at}`} className="block truncate font-medium text-ink">
              {columnName(column, at)}
            </label>
            <p className="truncate text-sm text-muted">
              {contents[at]?.examples.join(" · ") || t("match.noExamples")}
            </p>
          </div>
          <Select
            id={`column-${at}`}
            value={targets[at] ?? ""}
            onChange={(event) => onChange(at, event.target.value)}
          >
            <option value="">{t("match.leaveOut")}</option>
            {IMPORT_FIELDS[noun].map((field) => (
              <option key={field} value={field}>
                {t(`fields.${field}`)}
              </option>
            ))}
            {noun === "customers" && fields.length > 0 && (
              <optgroup label={t("match.custom")}>
                {fields.map(({ id, name }) => (
                  <option key={id} value={`custom:${id}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
        </li>
      ))}
      {noun === "customers" && (
        <li className="px-4 py-3 text-sm text-muted sm:px-5">
          {t("match.missing")}{" "}
          <TextLink to={`${base}/settings/fields`} target="_blank">
            {t("match.newField")}
          </TextLink>
        </li>
      )}
    </ul>
  );
}
