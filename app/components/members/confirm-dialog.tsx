import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";

type ConfirmDialogProps = {
  /** What the page's action is asked to do. */
  intent: string;
  /** On the button that opens it, and on the one that does it. */
  label: string;
  title: string;
  description: string;
};

/** Asks once, in words, before the page's action does what cannot be undone. */
export function ConfirmDialog({ intent, label, title, description }: ConfirmDialogProps) {
  const { t } = useTranslation("common");
  const { pathname, search } = useLocation();
  const isIndex = pathname.endsWith("/members");
  return (
    <Dialog
      key={search}
      trigger={<Button variant="danger">{label}</Button>}
      title={title}
      description={description}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("actions.cancel")}</Button>
          </DialogClose>
          <Form method="post" action={isIndex ? `${pathname}?index` : pathname}>
            <SubmitButton variant="danger" name="intent" value={intent} isBlock>
              {label}
            </SubmitButton>
          </Form>
        </>
      }
    />
  );
}
