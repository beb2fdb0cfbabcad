import type { FieldMetadata } from "@conform-to/react";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { OrderCreateInput } from "~/domain/orders/order-create.schema";
import { ORDER_STATUSES } from "~/domain/orders/order-statuses";
import { ActionForm } from "../forms/action-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useFieldError } from "../forms/use-field-error";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { TextLink } from "../ui/text-link";

type NewOrderFormProps = {
  currency: string;
  /** Whose order it is; null for nobody's. */
  buyer: { id: string; name: string | null } | null;
  customersTo: string;
};

/** An order as a person enters it: whose, what, when, how paid. */
export function NewOrderForm({ currency, buyer, customersTo }: NewOrderFormProps) {
  const { t } = useTranslation(["sales", "orders", "customers"]);
  const [form, fields] = useActionForm<OrderCreateInput>({
    id: "new-order",
    defaultValue: { currency, status: "paid", items: [{ quantity: "1" }] },
  });
  const items = fields.items.getFieldList();
  return (
    <ActionForm form={form}>
      {buyer ? (
        <p>
          <span className="block text-sm font-medium">{t("orders:columns.customer")}</span>
          <TextLink to={`${customersTo}/${buyer.id}`}>{buyer.name ?? t("customers:noName")}</TextLink>
          <input type="hidden" name={fields.customerId.name} value={buyer.id} />
        </p>
      ) : (
        <p className="text-sm text-muted">
          {t("newOrder.noCustomer")} <TextLink to={customersTo}>{t("newOrder.pick")}</TextLink>
        </p>
      )}
      <fieldset className="grid gap-4">
        <legend className="pb-2 text-sm font-medium">{t("orders:page.items")}</legend>
        {items.map((item, index) => {
          const { name, quantity, total } = item.getFieldset();
          return (
            <div
              key={item.key}
              className="grid grid-cols-[minmax(0,1fr)_5rem_7rem_2.25rem] items-end gap-2 max-sm:grid-cols-2"
            >
              <FormField field={name} label={t("orders:page.item")} autoComplete="off" maxLength={200} />
              <FormField field={quantity} label={t("orders:page.quantity")} inputMode="decimal" />
              <FormField field={total} label={t("orders:page.amount")} inputMode="decimal" />
              {items.length > 1 && (
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t("newOrder.removeItem")}
                  {...form.remove.getButtonProps({ name: fields.items.name, index })}
                >
                  <X aria-hidden="true" />
                </Button>
              )}
            </div>
          );
        })}
        <Button
          className="justify-self-start"
          {...form.insert.getButtonProps({ name: fields.items.name, defaultValue: { quantity: "1" } })}
        >
          <Plus aria-hidden="true" />
          {t("newOrder.addItem")}
        </Button>
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField field={fields.shipping} label={t("fields.shippingMinor")} inputMode="decimal" isOptional />
        <FormField field={fields.tax} label={t("fields.taxMinor")} inputMode="decimal" isOptional />
        <FormField field={fields.currency} label={t("fields.currency")} maxLength={3} />
        <FormSelect
          field={fields.status}
          label={t("fields.status")}
          options={ORDER_STATUSES.map((value) => ({ value, label: t(`orders:status.${value}`) }))}
        />
        <PlacedAt field={fields.placedAt} />
        <FormField
          field={fields.number}
          label={t("newOrder.number")}
          help={t("newOrder.numberHelp")}
          isOptional
        />
      </div>
      <FormField
        field={fields.paymentMethod}
        label={t("fields.paymentMethod")}
        isOptional
        autoComplete="off"
      />
      <FormCheckbox field={fields.isCashOnDelivery} label={t("fields.isCashOnDelivery")} isOptional />
      <FormCheckbox field={fields.isTest} label={t("fields.isTest")} isOptional />
      <SubmitButton isBlock>{t("newOrder.save")}</SubmitButton>
    </ActionForm>
  );
}

/** A day and time on the organization's clock. */
function PlacedAt({ field }: { field: FieldMetadata<string> }) {
  const { t } = useTranslation("sales");
  const error = useFieldError(field);
  return (
    <Field id={field.id} label={t("newOrder.placedAt")} error={error}>
      {(control) => (
        <Input
          {...control}
          name={field.name}
          defaultValue={typeof field.initialValue === "string" ? field.initialValue : undefined}
          type="datetime-local"
          required
        />
      )}
    </Field>
  );
}
