import { Form, useActionData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useMessage } from "~/i18n/use-message";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";
import { Card, CardHeader } from "../ui/card";
import { answerOf } from "./answer-of";
import { type SessionLine, SessionRow } from "./session-row";

/** Where the user is logged in, and the way to end what is not theirs. */
export function SessionsCard({ sessions }: { sessions: SessionLine[] }) {
  const { t } = useTranslation("account");
  const message = useMessage();
  const { pathname } = useLocation();
  const [refusal] = answerOf("end-session", useActionData())?.error?.[""] ?? [];
  return (
    <Card>
      <CardHeader title={t("sessions.title")} detail={t("sessions.lead")} />
      {refusal && (
        <Banner tone="bad" className="mx-4 mb-3">
          {message(refusal)}
        </Banner>
      )}
      <ul className="divide-y divide-line border-t border-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3 sm:px-5">
        <p className="text-sm text-muted">{t("sessions.about")}</p>
        {sessions.length > 1 && (
          <Form method="post" action={pathname}>
            <SubmitButton name="intent" value="end-others" variant="secondary" size="small">
              {t("sessions.endOthers")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  );
}
