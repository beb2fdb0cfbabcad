import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

const ZONES = [
  "Asia/Kuala_Lumpur",
  "Asia/Singapore",
  "Asia/Jakarta",
  "Asia/Bangkok",
  "Asia/Manila",
  "Asia/Hong_Kong",
  "Asia/Kolkata",
  "Australia/Sydney",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "UTC",
];

type HowWrittenProps = { mapping: Mapping; onChange: (mapping: Mapping) => void };

/** How the sender writes amounts and dates, and what a delivery is about. */
export function HowWritten({ mapping, onChange }: HowWrittenProps) {
  const { t } = useTranslation("mapping");
  const { record, reading } = mapping;
  const read = (change: Partial<Mapping["reading"]>) =>
    onChange({ ...mapping, reading: { ...reading, ...change } });
  const zones = ZONES.includes(reading.zone) ? ZONES : [reading.zone, ...ZONES];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        id="record"
        label={t("reading.record")}
        value={record}
        options={(["order", "customer"] as const).map((value) => [value, t(`reading.records.${value}`)])}
        onChoose={(value) => onChange({ ...mapping, record: value })}
      />
      <Choice
        id="amounts"
        label={t("reading.amounts")}
        value={reading.amounts}
        options={(["decimal", "comma", "minor"] as const).map((value) => [
          value,
          t(`reading.amountKinds.${value}`),
        ])}
        onChoose={(amounts) => read({ amounts })}
      />
      <Choice
        id="dates"
        label={t("reading.dates")}
        value={reading.dates}
        options={(["dmy", "mdy"] as const).map((value) => [value, t(`reading.dateKinds.${value}`)])}
        onChoose={(dates) => read({ dates })}
      />
      <Choice
        id="zone"
        label={t("reading.zone")}
        value={reading.zone}
        options={zones.map((zone) => [zone, zone.replaceAll("_", " ")])}
        onChoose={(zone) => read({ zone })}
      />
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  id: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ id, label, value, options, onChoose }: ChoiceProps<Value>) {
  const choose = (text: string) => {
    const option = options.find(([one]) => one === text);
    if (option) onChoose(option[0]);
  };
  return (
    <Field id={`mapping-${id}`} label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
