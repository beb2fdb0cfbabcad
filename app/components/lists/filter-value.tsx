import { useTranslation } from "react-i18next";
import { findField, readCustomField } from "~/domain/filters/catalogue";
import { operandOf } from "~/domain/filters/filter-ops";
import type { Clause } from "~/domain/filters/filter-tree";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { AmountInput } from "./amount-input";
import { useList } from "./list-context";
import { RecordPicker } from "./record-picker";
import { isRecordField, useFilterWords } from "./use-filter-words";

type FilterValueProps = { clause: Clause; onChange: (clause: Clause) => void };
type Scalar = string | number | boolean;

const CUSTOM_DIGITS = 4;

/** What a condition compares with, by the type of its field. */
export function FilterValue({ clause, onChange }: FilterValueProps) {
  const { t } = useTranslation("lists");
  const { noun } = useList();
  const type = findField(noun, clause.field)?.type;
  const operand = operandOf(clause.op);
  if (operand === "days") {
    return (
      <span className="flex items-center gap-2 text-sm text-muted">
        <AmountInput
          label={t("filter.value")}
          digits={0}
          value={clause.value}
          onChange={(value) => onChange({ ...clause, value })}
        />
        {t("filter.daysUnit")}
      </span>
    );
  }
  if (operand === "list" && isRecordField(clause.field)) {
    return <RecordPicker kind={clause.field} clause={clause} onChange={onChange} />;
  }
  if (operand === "list") return <ListValue clause={clause} onChange={onChange} />;
  if (type === "boolean") {
    return (
      <Select
        size="small"
        aria-label={t("filter.value")}
        value={String(clause.value)}
        onChange={({ target }) => onChange({ ...clause, value: target.value === "true" })}
      >
        <option value="true">{t("filter.yes")}</option>
        <option value="false">{t("filter.no")}</option>
      </Select>
    );
  }
  const values = Array.isArray(clause.value) ? clause.value : [clause.value ?? ""];
  const put = (index: number, value: Scalar) => {
    if (operand === "one") return onChange({ ...clause, value });
    const pair: Scalar[] = [values[0] ?? "", values[1] ?? ""];
    pair[index] = value;
    onChange({ ...clause, value: pair });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {type === "money" && <CurrencySelect clause={clause} onChange={onChange} />}
      {(operand === "pair" ? [0, 1] : [0]).map((i) => (
        <OneValue key={i} clause={clause} value={values[i]} onChange={(value) => put(i, value)} />
      ))}
    </div>
  );
}

function CurrencySelect({ clause, onChange }: FilterValueProps) {
  const { t } = useTranslation("lists");
  const { choices } = useList();
  return (
    <Select
      size="small"
      className="w-24"
      aria-label={t("filter.currency")}
      value={clause.currency ?? ""}
      onChange={({ target }) => onChange({ ...clause, currency: target.value })}
    >
      {[...new Set([clause.currency ?? choices.currency, ...choices.currencies])].map((currency) => (
        <option key={currency}>{currency}</option>
      ))}
    </Select>
  );
}

type OneValueProps = { clause: Clause; value: Scalar | undefined; onChange: (value: Scalar) => void };

function OneValue({ clause, value, onChange }: OneValueProps) {
  const { t } = useTranslation("lists");
  const { noun } = useList();
  const type = findField(noun, clause.field)?.type;
  const label = t("filter.value");
  if (type === "number" || type === "money") {
    const digits = type === "money" ? clause.currency : readCustomField(clause.field) ? CUSTOM_DIGITS : 0;
    return <AmountInput label={label} digits={digits ?? 0} value={value} onChange={onChange} />;
  }
  return (
    <Input
      size="small"
      className="w-auto! min-w-0 flex-1"
      type={type === "date" ? "date" : "text"}
      aria-label={label}
      value={String(value ?? "")}
      maxLength={200}
      required
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function ListValue({ clause, onChange }: FilterValueProps) {
  const { t } = useTranslation("lists");
  const choices = useFilterWords().choicesOf(clause.field);
  const values = Array.isArray(clause.value) ? clause.value.map(String) : [];
  if (!choices) {
    return (
      <Input
        size="small"
        aria-label={t("filter.value")}
        placeholder={t("filter.listHint")}
        defaultValue={values.join(", ")}
        required
        onChange={({ target }) =>
          onChange({
            ...clause,
            value: target.value
              .split(",")
              .map((text) => text.trim())
              .filter(Boolean),
          })
        }
      />
    );
  }
  if (choices.length === 0) return <p className="py-1 text-sm text-muted">{t("filter.noChoices")}</p>;
  return (
    <fieldset className="grid max-h-48 grid-cols-2 gap-x-3 overflow-y-auto pl-0.5">
      <legend className="sr-only">{t("filter.value")}</legend>
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={values.includes(value)}
          onChange={({ target }) =>
            onChange({
              ...clause,
              value: target.checked ? [...values, value] : values.filter((known) => known !== value),
            })
          }
        />
      ))}
    </fieldset>
  );
}
