import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** The way out, where there is no account menu. */
export function LogOutForm() {
  const { t } = useTranslation("organizations");
  return (
    <Form method="post" action="/log-out" className="inline">
      <button type="submit" className="rounded-small text-brand-text underline underline-offset-3">
        {t("start.logOut")}
      </button>
    </Form>
  );
}
