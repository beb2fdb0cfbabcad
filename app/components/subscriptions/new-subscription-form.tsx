import { useTranslation } from "react-i18next";
import type { SubscriptionCreateInput } from "~/domain/subscriptions/subscription-edit.schema";
import { BuyerPicker } from "../customers/buyer-picker";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { SubscriptionTerms } from "./subscription-terms";

type NewSubscriptionFormProps = {
  base: string;
  currency: string;
  /** `YYYY-MM-DD` on the organization's calendar. */
  today: string;
  buyer: { id: string; name: string | null } | null;
};

/** A subscription as a person enters it: whose, what for, how much how often. */
export function NewSubscriptionForm({ base, currency, today, buyer }: NewSubscriptionFormProps) {
  const { t } = useTranslation("subscriptions");
  const [form, fields] = useActionForm<SubscriptionCreateInput>({
    id: "new-subscription",
    defaultValue: { currency, status: "active", intervalCount: "1", intervalUnit: "month", started: today },
  });
  return (
    <ActionForm form={form}>
      <BuyerPicker base={base} fields={fields} buyer={buyer} />
      <FormField field={fields.product} label={t("columns.product")} autoComplete="off" maxLength={200} />
      <FormField field={fields.started} label={t("page.started")} type="date" />
      <SubscriptionTerms fields={fields} />
      <SubmitButton isBlock>{t("new.save")}</SubmitButton>
    </ActionForm>
  );
}
