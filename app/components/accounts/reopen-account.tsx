import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "../forms/submit-button";

/** The way back into an account that is closing. */
export function ReopenAccount() {
  const { t } = useTranslation("auth");
  return (
    <Form method="post">
      <SubmitButton name="intent" value="reopen" isBlock>
        {t("closing.reopen")}
      </SubmitButton>
    </Form>
  );
}
