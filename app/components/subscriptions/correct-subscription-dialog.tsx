import { useTranslation } from "react-i18next";
import type { SubscriptionView } from "~/domain/subscriptions/get-subscription.server";
import type { SubscriptionEditInput } from "~/domain/subscriptions/subscription-edit.schema";
import { useZone } from "~/i18n/zone";
import { localDay } from "~/lib/local-days";
import { decimalOf } from "~/lib/money";
import { DialogForm } from "../forms/dialog-form";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { SubscriptionTerms } from "./subscription-terms";

const KEY = "correct-subscription";

type Props = { subscription: SubscriptionView; isOwn: boolean };

/** A subscription as it should be, whatever its shop says; also the way to cancel it here. */
export function CorrectSubscriptionDialog({ subscription, isOwn }: Props) {
  const { t } = useTranslation("sales");
  const dialog = useDialogForm(KEY);
  const zone = useZone();
  const { status, currency, amountMinor, intervalUnit, intervalCount, paymentMethod, nextPaymentAt } =
    subscription;
  const [form, fields] = useActionForm<SubscriptionEditInput>({
    id: KEY,
    defaultValue: {
      ...{ status, currency, intervalUnit },
      amount: decimalOf(amountMinor, currency),
      intervalCount: String(intervalCount),
      paymentMethod: paymentMethod ?? undefined,
      nextPayment: nextPaymentAt ? localDay(new Date(nextPaymentAt), zone) : undefined,
    },
    lastResult: dialog.lastResult,
  });
  return (
    <DialogForm
      form={form}
      dialog={dialog}
      intent="correct"
      label={t("correct")}
      title={t("correctSubscriptionTitle")}
      description={t(isOwn ? "correctOwnHelp" : "correctSubscriptionHelp")}
      save={t("save")}
    >
      <SubscriptionTerms fields={fields} />
    </DialogForm>
  );
}
