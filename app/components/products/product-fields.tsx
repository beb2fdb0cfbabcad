import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { ProductCreateInput } from "~/domain/products/product-form.schema";
import { PRODUCT_STATUSES, STOCK_STATES } from "~/domain/products/product-words";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";

type ProductFieldsProps = {
  fields: {
    [Name in keyof ProductCreateInput]-?: FieldMetadata<
      ProductCreateInput[Name],
      Record<string, unknown>,
      string[]
    >;
  };
};

/** What people type of a product, new or corrected. */
export function ProductFields({ fields }: ProductFieldsProps) {
  const { t } = useTranslation(["sales", "products"]);
  return (
    <>
      <FormField field={fields.name} label={t("fields.name")} autoComplete="off" maxLength={200} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField field={fields.sku} label={t("fields.sku")} isOptional autoComplete="off" />
        <FormSelect
          field={fields.status}
          label={t("fields.status")}
          options={PRODUCT_STATUSES.map((value) => ({ value, label: t(`products:status.${value}`) }))}
        />
        <FormField field={fields.price} label={t("fields.priceMinor")} inputMode="decimal" isOptional />
        <FormField
          field={fields.currency}
          label={t("fields.currency")}
          maxLength={3}
          autoCapitalize="characters"
        />
        <FormSelect
          field={fields.stock}
          label={t("fields.stock")}
          options={STOCK_STATES.map((value) => ({ value, label: t(`products:stock.${value}`) }))}
        />
        <FormField
          field={fields.stockQuantity}
          label={t("fields.stockQuantity")}
          inputMode="numeric"
          isOptional
        />
      </div>
    </>
  );
}
