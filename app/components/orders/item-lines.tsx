import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TypedItems } from "~/domain/orders/typed-items";
import type { ProductChoice } from "~/domain/products/product-choices-queries.server";
import { useFormat } from "~/i18n/use-format";
import { decimalOf } from "~/lib/money";
import { FormField } from "../forms/form-field";
import { SuggestInput } from "../forms/suggest-input";
import { useFieldError } from "../forms/use-field-error";
import { useSuggestions } from "../forms/use-suggestions";
import { Button } from "../ui/button";
import { Field } from "../ui/field";

type WithItems = { items: TypedItems };
type ItemLinesProps<Schema extends WithItems> = {
  form: FormMetadata<Schema, string[]>;
  field: FieldMetadata<TypedItems, Schema, string[]>;
  /** `/o/kedai`. */
  base: string;
  /** Prices of products in it fill in by themselves. */
  currency: string;
};

/** What was bought, line by line: a product of the catalogue or whatever is typed. */
export function ItemLines<Schema extends WithItems>({ form, field, base, currency }: ItemLinesProps<Schema>) {
  const { t } = useTranslation(["sales", "orders"]);
  const items = field.getFieldList();
  return (
    <fieldset className="grid gap-4">
      <legend className="pb-2 text-sm font-medium">{t("orders:page.items")}</legend>
      {items.map((item, index) => {
        const { name, sku, productId, quantity, total } = item.getFieldset();
        const fill = (product: ProductChoice) => {
          form.update({ name: sku.name, value: product.sku ?? "" });
          form.update({ name: productId.name, value: product.id });
          if (product.priceMinor === null || product.currency !== currency) return;
          const pieces = Number(quantity.value ?? 1) || 1;
          form.update({
            name: total.name,
            value: decimalOf(Math.round(product.priceMinor * pieces), currency),
          });
        };
        // Other words are another thing, until they are of a product, too.
        const unlink = () => {
          if (!productId.value) return;
          form.update({ name: sku.name, value: "" });
          form.update({ name: productId.name, value: "" });
        };
        return (
          <div
            key={item.key}
            className="grid grid-cols-[minmax(0,1fr)_5rem_7rem_2.25rem] items-start gap-2 max-sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.25rem] max-sm:[&>*:first-child]:col-span-3"
          >
            <ItemName field={name} base={base} onPick={fill} onType={unlink} />
            {[sku, productId].map((one) => (
              <input key={one.key} type="hidden" name={one.name} defaultValue={one.initialValue} />
            ))}
            <FormField field={quantity} label={t("orders:page.quantity")} inputMode="decimal" />
            <FormField field={total} label={t("orders:page.amount")} inputMode="decimal" />
            {items.length > 1 && (
              <Button
                variant="ghost"
                size="icon"
                className="mt-6.5"
                aria-label={t("newOrder.removeItem")}
                onClick={() => form.remove({ name: field.name, index })}
              >
                <X aria-hidden="true" />
              </Button>
            )}
          </div>
        );
      })}
      <Button
        className="justify-self-start"
        onClick={() => form.insert({ name: field.name, defaultValue: { quantity: "1" } })}
      >
        <Plus aria-hidden="true" />
        {t("newOrder.addItem")}
      </Button>
    </fieldset>
  );
}

type ItemNameProps<Schema extends WithItems> = {
  field: FieldMetadata<string, Schema, string[]>;
  base: string;
  onPick: (product: ProductChoice) => void;
  onType: () => void;
};

/** The item's name; while it is typed, products that it may be. */
function ItemName<Schema extends WithItems>({ field, base, onPick, onType }: ItemNameProps<Schema>) {
  const { t } = useTranslation(["sales", "orders"]);
  const format = useFormat();
  const error = useFieldError(field);
  const { answer, search } = useSuggestions<{ products: ProductChoice[] }>(`${base}/products/choices?q=`);
  const suggestions = (answer?.products ?? []).map((product) => ({
    ...product,
    title: product.name,
    detail: product.priceMinor === null ? product.sku : format.money(product.priceMinor, product.currency),
  }));
  return (
    <Field id={field.id} label={t("orders:page.item")} error={error}>
      {(control) => (
        <SuggestInput
          {...control}
          key={field.key}
          name={field.name}
          defaultValue={field.initialValue}
          placeholder={t("newOrder.itemSearch")}
          maxLength={200}
          required
          suggestions={suggestions}
          onSearch={(typed) => {
            onType();
            search(typed);
          }}
          onPick={onPick}
        />
      )}
    </Field>
  );
}
