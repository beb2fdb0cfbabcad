import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { Banner } from "../ui/banner";
import { Dialog } from "../ui/dialog";
import { FACTORS_ACTION, type useFactorsForm } from "./use-factors-form";

type PasskeyNameDialogProps = {
  /** Also the form's id. */
  fetcherKey: string;
  dialog: ReturnType<typeof useFactorsForm>;
  trigger: ReactNode;
  title: string;
  body?: string;
  submit: string;
  name: string;
  error?: string | null;
  isBusy?: boolean;
  /** Instead of sending the form. */
  onName?: (name: string) => void;
  children?: ReactNode;
};

/** Asks for a passkey's name. */
export function PasskeyNameDialog(props: PasskeyNameDialogProps) {
  const { fetcherKey, dialog, trigger, title, body, submit, name, error, isBusy, onName, children } = props;
  const { t } = useTranslation("factors");
  const [form, fields] = useActionForm<{ name: string }>({
    id: fetcherKey,
    defaultValue: { name },
    lastResult: dialog.isOpen ? dialog.lastResult : null,
  });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={trigger}
      title={title}
      description={body}
      size="small"
    >
      <ActionForm
        form={form}
        action={FACTORS_ACTION}
        navigate={false}
        fetcherKey={fetcherKey}
        onSubmitCapture={(event) => {
          if (!onName || !event.currentTarget.checkValidity()) return;
          event.preventDefault();
          event.stopPropagation();
          onName(String(new FormData(event.currentTarget).get("name")));
        }}
      >
        {error && <Banner tone="bad">{error}</Banner>}
        {children}
        <FormField
          field={fields.name}
          label={t("passkeys.name")}
          help={t("passkeys.nameHelp")}
          autoComplete="off"
          maxLength={60}
        />
        <SubmitButton isPending={dialog.isPending || isBusy} isBlock>
          {submit}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
