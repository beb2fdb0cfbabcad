import { useTranslation } from "react-i18next";
import { DELIMITERS, ENCODINGS } from "~/lib/files/encodings";
import type { LookChoice, TableLook } from "~/lib/files/look-at-table";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

type ReadingChoicesProps = { look: TableLook; onChange: (choice: LookChoice) => void };

const HEADER_ROWS = Array.from({ length: 15 }, (_, row) => row);

/** How the file is read, as guessed, each to be chosen otherwise: the preview below shows what it makes. */
export function ReadingChoices({ look, onChange }: ReadingChoicesProps) {
  const { t } = useTranslation("imports");
  const { encoding, delimiter, sheet, sheets, headerRow } = look;
  const kept = {
    encoding: encoding ?? undefined,
    delimiter: delimiter ?? undefined,
    sheet: sheet ?? undefined,
  };
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {sheets.length > 1 && (
        <Choice
          name="sheet"
          label={t("bring.sheet")}
          value={sheet ?? ""}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={(name) => onChange({ sheet: name })}
        />
      )}
      {encoding && (
        <Choice
          name="encoding"
          label={t("bring.encoding")}
          value={encoding}
          options={ENCODINGS.map((name) => ({ value: name, label: t(`encodings.${name}`) }))}
          onChange={(name) => onChange({ encoding: ENCODINGS.find((one) => one === name) })}
        />
      )}
      {delimiter && (
        <Choice
          name="delimiter"
          label={t("bring.delimiter")}
          value={String(DELIMITERS.indexOf(delimiter))}
          options={DELIMITERS.map((_, n) => ({ value: String(n), label: t(`delimiters.${n}`) }))}
          onChange={(n) => onChange({ ...kept, delimiter: DELIMITERS[Number(n)] })}
        />
      )}
      <Choice
        name="headerRow"
        label={t("bring.headerRow")}
        value={String(headerRow)}
        options={HEADER_ROWS.map((row) => ({ value: String(row), label: t("bring.row", { row: row + 1 }) }))}
        onChange={(row) => onChange({ ...kept, headerRow: Number(row) })}
      />
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
};

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  return (
    <Field id={name} label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
