import { useTranslation } from "react-i18next";
import type { ColumnContent } from "~/domain/imports/column-content";
import type { CustomField } from "~/domain/imports/guess-columns";
import { guessFieldType } from "~/domain/imports/guess-field-type";
import { IMPORT_FIELDS, type ImportNoun } from "~/domain/imports/import-fields";
import { Select } from "../ui/select";
import { TextLink } from "../ui/text-link";
import { useColumnName } from "./use-column-name";
import { useNewField } from "./use-new-field";

type ColumnRowsProps = {
  noun: ImportNoun;
  columns: string[];
  contents: ColumnContent[];
  targets: string[];
  fields: CustomField[];
  base: string;
  /** Of money in new fields. */
  currency: string;
  mayMakeFields: boolean;
  onChange: (at: number, target: string) => void;
};

const MAKE = "make";

/** Each column with examples of its cells, and the field that it is matched with. */
export function ColumnRows(props: ColumnRowsProps) {
  const { noun, columns, contents, targets, fields, base, currency, mayMakeFields, onChange } = props;
  const { t } = useTranslation("imports");
  const columnName = useColumnName();
  const newField = useNewField({ base, fields, currency }, onChange);
  const isMakeable = (column: string, at: number) =>
    noun === "customers" && mayMakeFields && column.trim() !== "" && !targets[at]?.startsWith("custom:");
  const choose = (at: number, target: string) => {
    const content = contents[at];
    if (target === MAKE && content) newField.make(at, columns[at] ?? "", content);
    else onChange(at, target);
  };
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
            disabled={newField.isMaking}
            onChange={(event) => choose(at, event.target.value)}
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
            {isMakeable(column, at) && contents[at] && (
              <option value={MAKE}>
                {t("match.makeField", {
                  name: column.trim(),
                  type: t(`match.fieldTypes.${guessFieldType(contents[at])}`),
                })}
              </option>
            )}
          </Select>
        </li>
      ))}
      {newField.isRefused && (
        <li role="alert" className="border-b border-line px-4 py-3 text-sm text-bad-text sm:px-5">
          {t("match.notMade")}
        </li>
      )}
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
