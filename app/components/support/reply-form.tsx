import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormTextarea } from "../forms/form-textarea";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";

/** Goes on with a thread, or closes it. */
export function ReplyForm({ isClosed }: { isClosed: boolean }) {
  const { t } = useTranslation("support");
  const [form, fields] = useActionForm<{ intent: string; body: string }>({ id: "reply" });
  return (
    <div className="grid gap-3">
      {isClosed && <p className="text-muted">{t("thread.closedHint")}</p>}
      <ActionForm form={form}>
        <FormTextarea field={fields.body} label={t("thread.reply")} rows={4} />
        <SubmitButton name="intent" value="reply" className="justify-self-start">
          {t("thread.replySubmit")}
        </SubmitButton>
      </ActionForm>
      {!isClosed && (
        <Form method="post">
          <SubmitButton name="intent" value="close" variant="ghost" className="-ml-3.5">
            {t("thread.close")}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
