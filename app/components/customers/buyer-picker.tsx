import type { FieldMetadata } from "@conform-to/react";
import { UserPlus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormField } from "../forms/form-field";
import { SuggestInput, type Suggestion } from "../forms/suggest-input";
import { useFieldError } from "../forms/use-field-error";
import { useSuggestions } from "../forms/use-suggestions";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TextLink } from "../ui/text-link";

type Typed = FieldMetadata<string | undefined, Record<string, unknown>, string[]>;
type Found = { results: { kind: string; id: string; title: string; subtitle?: string | null }[] };

type BuyerPickerProps = {
  /** `/o/kedai`. */
  base: string;
  fields: { customerId: Typed; buyerName: Typed; buyerPhone: Typed; buyerEmail: Typed };
  /** Who is picked at first. */
  buyer: { id: string; name: string | null } | null;
};

/** Whose a sale is: picked by name or contact, made on the way, or left open. */
export function BuyerPicker({ base, fields, buyer }: BuyerPickerProps) {
  const { t } = useTranslation(["sales", "orders", "customers"]);
  const [picked, setPicked] = useState(buyer && { id: buyer.id, title: buyer.name ?? t("customers:noName") });
  const hasTyped = [fields.buyerName, fields.buyerPhone, fields.buyerEmail].some((one) => one.initialValue);
  const [isNew, setNew] = useState(hasTyped);
  if (picked)
    return <Picked base={base} name={fields.customerId.name} picked={picked} drop={() => setPicked(null)} />;
  if (isNew) return <NewBuyer fields={fields} onPickInstead={() => setNew(false)} />;
  return <Search base={base} field={fields.customerId} onPick={setPicked} onNew={() => setNew(true)} />;
}

type PickedProps = { base: string; name: string; picked: Suggestion; drop: () => void };

function Picked({ base, name, picked, drop }: PickedProps) {
  const { t } = useTranslation(["sales", "orders"]);
  return (
    <div>
      <span className="block text-sm font-medium">{t("orders:columns.customer")}</span>
      <span className="flex items-center gap-2">
        <TextLink to={`${base}/customers/${picked.id}`}>{picked.title}</TextLink>
        <Button variant="ghost" size="icon-small" aria-label={t("buyer.another")} onClick={drop}>
          <X aria-hidden="true" />
        </Button>
      </span>
      <input type="hidden" name={name} value={picked.id} />
    </div>
  );
}

type SearchProps = {
  base: string;
  field: Typed;
  onPick: (picked: Suggestion) => void;
  onNew: () => void;
};

function Search({ base, field, onPick, onNew }: SearchProps) {
  const { t } = useTranslation(["sales", "orders"]);
  const error = useFieldError(field);
  const { answer, search } = useSuggestions<Found>(`${base}/search?q=`);
  const found = answer?.results.filter(({ kind }) => kind === "customer") ?? [];
  return (
    <div className="grid gap-2">
      <Field
        id={`${field.id}-search`}
        label={t("orders:columns.customer")}
        note={t("common:form.optional")}
        help={t("buyer.help")}
        error={error}
      >
        {(control) => (
          <SuggestInput
            {...control}
            placeholder={t("buyer.search")}
            suggestions={found.map(({ id, title, subtitle }) => ({ id, title, detail: subtitle }))}
            onSearch={search}
            onPick={onPick}
          />
        )}
      </Field>
      <Button variant="ghost" size="small" className="justify-self-start" onClick={onNew}>
        <UserPlus aria-hidden="true" />
        {t("buyer.new")}
      </Button>
    </div>
  );
}

type NewBuyerProps = { fields: BuyerPickerProps["fields"]; onPickInstead: () => void };

function NewBuyer({ fields, onPickInstead }: NewBuyerProps) {
  const { t } = useTranslation(["sales", "customers"]);
  return (
    <fieldset className="grid gap-4 rounded-card border border-line p-4">
      <legend className="px-1 text-sm font-medium">{t("buyer.new")}</legend>
      <FormField field={fields.buyerName} label={t("customers:columns.name")} autoComplete="off" isOptional />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormField
          field={fields.buyerPhone}
          label={t("customers:columns.phone")}
          type="tel"
          autoComplete="off"
          isOptional
        />
        <FormField
          field={fields.buyerEmail}
          label={t("customers:columns.email")}
          type="email"
          autoComplete="off"
          isOptional
        />
      </div>
      <Button variant="ghost" size="small" className="justify-self-start" onClick={onPickInstead}>
        {t("buyer.pickInstead")}
      </Button>
    </fieldset>
  );
}
