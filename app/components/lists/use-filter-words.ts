import { useTranslation } from "react-i18next";
import { findField, readCustomField } from "~/domain/filters/catalogue";
import type { Clause } from "~/domain/filters/filter-tree";
import { useFormat } from "~/i18n/use-format";
import { MALAYSIAN_STATE_NAMES } from "~/lib/malaysian-states";
import { useList } from "./list-context";

const NUMBER_SCALE = 10_000;
const STATE_NAMES: Record<string, string> = MALAYSIAN_STATE_NAMES;

/** A choice as the builder offers it. */
export type Choice = { value: string; label: string };

/** The words of fields, operators and values of a list's filters. */
export function useFilterWords() {
  const { t } = useTranslation(["lists", "orders", "products", "customers", "subscriptions", "checkouts"]);
  const { noun, choices } = useList();
  const format = useFormat();
  const ofCustom = (field: string) => choices.fields.find(({ name }) => name === field);

  const fieldLabel = (field: string) => {
    if (readCustomField(field)) return ofCustom(field)?.label ?? t("lists:filter.goneField");
    return t(`lists:fields.${field === "created" && noun === "customers" ? "firstSeen" : field}`);
  };
  /** The known values of a choice; null where any text may be one. */
  const choicesOf = (field: string): Choice[] | null => {
    const custom = ofCustom(field);
    if (custom) return custom.options.map(({ id, label }) => ({ value: id, label }));
    if (field === "tags") return choices.tags.map(({ id, name }) => ({ value: id, label: name }));
    if (field === "shop") return choices.shops.map(({ id, name }) => ({ value: id, label: name }));
    if (field === "platform") {
      const labels = new Map(choices.shops.map(({ platform, platformLabel }) => [platform, platformLabel]));
      return [...labels].map(([value, label]) => ({ value, label }));
    }
    if (field === "state") return Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }));
    const options = findField(noun, field)?.options;
    return options?.map((value) => ({ value, label: optionLabel(field, value) })) ?? null;
  };
  const optionLabel = (field: string, value: string) => {
    if (field.endsWith("Consent")) return t(`customers:consentStates.${value}`);
    if (field === "stock") return t(`products:stock.${value}`);
    return t(`${noun}:status.${value}`);
  };
  /** A customer or product that a filter names. */
  const recordLabel = (id: string) => {
    const named = choices.named.find((record) => record.id === id);
    return named ? (named.name ?? t("customers:noName")) : t("lists:filter.goneRecord");
  };
  const one = (clause: Clause, value: string | number | boolean): string => {
    const type = findField(noun, clause.field)?.type;
    if (typeof value === "boolean") return t(value ? "lists:filter.yes" : "lists:filter.no");
    if (typeof value === "number") {
      if (clause.op === "inLast" || clause.op === "notInLast")
        return t("lists:filter.days", { count: value });
      if (type === "money") return format.money(value, clause.currency ?? choices.currency);
      return format.number(readCustomField(clause.field) ? value / NUMBER_SCALE : value);
    }
    if (type === "date") return format.day(`${value}T12:00:00Z`);
    if (isRecordField(clause.field)) return recordLabel(value);
    return choicesOf(clause.field)?.find((choice) => choice.value === value)?.label ?? value;
  };
  const valueLabel = (clause: Clause) =>
    [clause.value ?? []]
      .flat()
      .map((value) => one(clause, value))
      .join(clause.op === "between" ? " – " : ", ");
  const opLabel = ({ op, field }: Pick<Clause, "op" | "field">) =>
    t(`lists:ops.${op === "is" && findField(noun, field)?.type === "date" ? "on" : op}`);
  return { fieldLabel, opLabel, valueLabel, choicesOf, recordLabel };
}

/** Whether a field's values are records, which are found by searching. */
export function isRecordField(field: string): field is "customer" | "product" {
  return field === "customer" || field === "product";
}
