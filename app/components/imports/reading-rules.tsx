import { useTranslation } from "react-i18next";
import type { ImportSettings } from "~/domain/imports/import.schema";
import { DATE_ORDERS } from "~/domain/imports/import-fields";
import type { openQuestions } from "~/domain/imports/propose-settings";
import { useLanguage } from "~/i18n/use-language";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { RadioChoices } from "./radio-choices";

type ReadingRulesProps = {
  settings: ImportSettings;
  shops: readonly { id: string; name: string | null }[];
  questions: ReturnType<typeof openQuestions>;
  onChange: (changed: Partial<ImportSettings>) => void;
};

const COUNTRIES = ["MY", "SG", "BN", "ID", "TH", "PH", "VN", "HK", "TW", "CN", "IN", "AU", "GB", "US"];
const CURRENCIES = ["MYR", "SGD", "BND", "IDR", "THB", "PHP", "VND", "USD", "EUR", "GBP", "AUD"];

/** How cells are read: asked with examples out of the file where it does not show by itself. */
export function ReadingRules({ settings, shops, questions, onChange }: ReadingRulesProps) {
  const { t } = useTranslation("imports");
  const language = useLanguage();
  const named = (kind: "region" | "currency", code: string) =>
    `${new Intl.DisplayNames(language, { type: kind }).of(code) ?? code} (${code})`;
  const has = (...targets: string[]) => settings.columns.some((target) => targets.includes(target));
  const hasMoney =
    has("total", "price", "paid", "itemTotal", "itemPrice") ||
    settings.columns.some((one) => one.startsWith("custom:"));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {has("phone") && (
        <Pick
          id="country"
          label={t("match.country")}
          value={settings.country}
          options={withOwn(COUNTRIES, settings.country).map((code) => [code, named("region", code)])}
          onChange={(country) => onChange({ country })}
        />
      )}
      {hasMoney && (
        <Pick
          id="currency"
          label={t("match.currency")}
          value={settings.currency}
          options={withOwn(CURRENCIES, settings.currency).map((code) => [code, named("currency", code)])}
          onChange={(currency) => onChange({ currency })}
        />
      )}
      {(has("order", "product", "number") || settings.shopId !== null) && (
        <Pick
          id="shop"
          label={t("match.shop")}
          value={settings.shopId ?? ""}
          options={[
            ["", t("match.ownShop")],
            ...shops.map(({ id, name }): [string, string] => [id, name ?? id]),
          ]}
          onChange={(shopId) => onChange({ shopId: shopId || null })}
        />
      )}
      {questions.dates && (
        <RadioChoices
          name="dateOrder"
          label={t("match.dateOrder", { examples: questions.dates.join(" · ") })}
          value={settings.dateOrder}
          options={DATE_ORDERS.map((order) => ({ value: order, label: t(`dateOrders.${order}`) }))}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
      )}
      {questions.numbers && (
        <RadioChoices
          name="decimal"
          label={t("match.decimal", { examples: questions.numbers.join(" · ") })}
          value={settings.decimal}
          options={[
            { value: ".", label: t("decimals.point") },
            { value: ",", label: t("decimals.comma") },
          ]}
          onChange={(decimal) => onChange({ decimal })}
        />
      )}
    </div>
  );
}

function withOwn(codes: readonly string[], own: string): readonly string[] {
  return codes.includes(own) ? codes : [own, ...codes];
}

type PickProps = {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
};

function Pick({ id, label, value, options, onChange }: PickProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
