import { useTranslation } from "react-i18next";
import type { OrderCreateInput } from "~/domain/orders/order-create.schema";
import { ORDER_STATUSES } from "~/domain/orders/order-statuses";
import { BuyerPicker } from "../customers/buyer-picker";
import { ActionForm } from "../forms/action-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { ItemLines } from "./item-lines";

type NewOrderFormProps = {
  base: string;
  currency: string;
  /** `YYYY-MM-DDTHH:MM` on the organization's clock. */
  now: string;
  /** Whose order it is; null for nobody's. */
  buyer: { id: string; name: string | null } | null;
};

/** An order as a person enters it: whose, what, when, how paid. */
export function NewOrderForm({ base, currency, now, buyer }: NewOrderFormProps) {
  const { t } = useTranslation(["sales", "orders"]);
  const [form, fields] = useActionForm<OrderCreateInput>({
    id: "new-order",
    defaultValue: { currency, status: "paid", placedAt: now, items: [{ quantity: "1" }] },
  });
  return (
    <ActionForm form={form}>
      <BuyerPicker base={base} fields={fields} buyer={buyer} />
      <ItemLines form={form} field={fields.items} base={base} currency={fields.currency.value ?? currency} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormField field={fields.discount} label={t("fields.discountMinor")} inputMode="decimal" isOptional />
        <FormField field={fields.shipping} label={t("fields.shippingMinor")} inputMode="decimal" isOptional />
        <FormField field={fields.tax} label={t("fields.taxMinor")} inputMode="decimal" isOptional />
        <FormField field={fields.currency} label={t("fields.currency")} maxLength={3} />
        <FormSelect
          field={fields.status}
          label={t("fields.status")}
          options={ORDER_STATUSES.map((value) => ({ value, label: t(`orders:status.${value}`) }))}
        />
        <FormField field={fields.placedAt} label={t("newOrder.placedAt")} type="datetime-local" />
        <FormField
          field={fields.number}
          label={t("newOrder.number")}
          help={t("newOrder.numberHelp")}
          isOptional
        />
        <FormField
          field={fields.paymentMethod}
          label={t("fields.paymentMethod")}
          isOptional
          autoComplete="off"
        />
      </div>
      <FormCheckbox field={fields.isCashOnDelivery} label={t("fields.isCashOnDelivery")} isOptional />
      <FormCheckbox field={fields.isTest} label={t("fields.isTest")} isOptional />
      <SubmitButton isBlock>{t("newOrder.save")}</SubmitButton>
    </ActionForm>
  );
}
