import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import type { OrderEditInput } from "~/domain/orders/order-edit.schema";
import { ORDER_STATUSES } from "~/domain/orders/order-statuses";
import { decimalOf } from "~/lib/money";
import { DialogForm } from "../forms/dialog-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";

const KEY = "correct-order";
const AMOUNTS = [
  ["total", "totalMinor"],
  ["paid", "paidMinor"],
  ["shipping", "shippingMinor"],
  ["tax", "taxMinor"],
  ["discount", "discountMinor"],
] as const;

/** An order as it should be, whatever its shop says. */
export function CorrectOrderDialog({ order, isOwn }: { order: OrderView; isOwn: boolean }) {
  const { t } = useTranslation(["sales", "orders"]);
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<OrderEditInput>({
    id: KEY,
    defaultValue: typedOrder(order),
    lastResult: dialog.lastResult,
  });
  return (
    <DialogForm
      form={form}
      dialog={dialog}
      intent="correct"
      label={t("correct")}
      title={t("correctTitle")}
      description={t(isOwn ? "correctOwnHelp" : "correctHelp")}
      save={t("save")}
    >
      <FormSelect
        field={fields.status}
        label={t("fields.status")}
        options={ORDER_STATUSES.map((value) => ({ value, label: t(`orders:status.${value}`) }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField
          field={fields.currency}
          label={t("fields.currency")}
          maxLength={3}
          autoCapitalize="characters"
        />
        {AMOUNTS.map(([name, field]) => (
          <FormField key={name} field={fields[name]} label={t(`fields.${field}`)} inputMode="decimal" />
        ))}
      </div>
      <FormField
        field={fields.paymentMethod}
        label={t("fields.paymentMethod")}
        isOptional
        autoComplete="off"
      />
      <FormCheckbox field={fields.isCashOnDelivery} label={t("fields.isCashOnDelivery")} isOptional />
      <FormCheckbox field={fields.isTest} label={t("fields.isTest")} isOptional />
    </DialogForm>
  );
}

function typedOrder(order: OrderView) {
  const { status, currency, paymentMethod } = order;
  const amounts = AMOUNTS.map(([name, field]) => [name, decimalOf(order[field], currency)]);
  return {
    status,
    currency,
    paymentMethod: paymentMethod ?? undefined,
    isCashOnDelivery: order.isCashOnDelivery ? ("on" as const) : undefined,
    isTest: order.isTest ? ("on" as const) : undefined,
    ...Object.fromEntries(amounts),
  };
}
