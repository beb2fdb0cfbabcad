import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SubscriptionView } from "~/domain/subscriptions/get-subscription.server";
import type { SubscriptionEditInput } from "~/domain/subscriptions/subscription-edit.schema";
import { INTERVAL_UNITS, SUBSCRIPTION_STATUSES } from "~/domain/subscriptions/subscription-statuses";
import { decimalOf } from "~/lib/money";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const KEY = "correct-subscription";

type Props = { subscription: SubscriptionView; isOwn: boolean };

/** A subscription as it should be, whatever its shop says; also the way to cancel it here. */
export function CorrectSubscriptionDialog({ subscription, isOwn }: Props) {
  const { t } = useTranslation(["sales", "subscriptions"]);
  const dialog = useDialogForm(KEY);
  const { status, currency, amountMinor, intervalUnit, intervalCount, paymentMethod } = subscription;
  const [form, fields] = useActionForm<SubscriptionEditInput>({
    id: KEY,
    defaultValue: {
      ...{ status, currency, intervalUnit },
      amount: decimalOf(amountMinor, currency),
      intervalCount: String(intervalCount),
      paymentMethod: paymentMethod ?? undefined,
    },
    lastResult: dialog.lastResult,
  });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          {t("correct")}
        </Button>
      }
      title={t("correctSubscriptionTitle")}
      description={t(isOwn ? "correctOwnHelp" : "correctSubscriptionHelp")}
    >
      <ActionForm form={form} navigate={false} fetcherKey={KEY}>
        <input type="hidden" name="intent" value="correct" />
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
        </div>
        <FormField
          field={fields.paymentMethod}
          label={t("fields.paymentMethod")}
          isOptional
          autoComplete="off"
        />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
