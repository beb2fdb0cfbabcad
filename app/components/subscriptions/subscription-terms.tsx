import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { SubscriptionEditInput } from "~/domain/subscriptions/subscription-edit.schema";
import { INTERVAL_UNITS, SUBSCRIPTION_STATUSES } from "~/domain/subscriptions/subscription-statuses";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";

type Terms = Omit<SubscriptionEditInput, "intent">;
type SubscriptionTermsProps = {
  fields: { [Name in keyof Terms]-?: FieldMetadata<Terms[Name], Record<string, unknown>, string[]> };
};

/** How much is paid how often and when next, new or corrected. */
export function SubscriptionTerms({ fields }: SubscriptionTermsProps) {
  const { t } = useTranslation(["sales", "subscriptions"]);
  return (
    <>
      <FormSelect
        field={fields.status}
        label={t("fields.status")}
        options={SUBSCRIPTION_STATUSES.map((value) => ({
          value,
          label: t(`subscriptions:status.${value}`),
        }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField field={fields.amount} label={t("fields.amountMinor")} inputMode="decimal" />
        <FormField field={fields.currency} label={t("fields.currency")} maxLength={3} />
        <FormField field={fields.intervalCount} label={t("fields.intervalCount")} inputMode="numeric" />
        <FormSelect
          field={fields.intervalUnit}
          label={t("fields.intervalUnit")}
          options={INTERVAL_UNITS.map((value) => ({ value, label: t(`subscriptions:unit.${value}`) }))}
        />
        <FormField field={fields.nextPayment} label={t("fields.nextPaymentAt")} type="date" isOptional />
        <FormField
          field={fields.paymentMethod}
          label={t("fields.paymentMethod")}
          isOptional
          autoComplete="off"
        />
      </div>
    </>
  );
}
