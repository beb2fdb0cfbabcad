import type { SubmissionResult } from "@conform-to/react";
import { Form, useActionData, useSearchParams, useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMessage } from "~/i18n/use-message";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";
import { Card, CardBody } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { Spinner } from "../ui/spinner";

/** Finishes by itself with what the browser brought back; the button is for browsers without scripts. */
export function FinishApproval({ to }: { to: string }) {
  const { t } = useTranslation("shopAccess");
  const message = useMessage();
  const [search] = useSearchParams();
  const answer = useActionData<SubmissionResult<string[]>>();
  const submit = useSubmit();
  const isSent = useRef(false);
  const returned = search.toString();
  const hasReturned = returned !== "";
  useEffect(() => {
    if (isSent.current || !hasReturned) return;
    isSent.current = true;
    submit({ intent: "finish", returned }, { method: "post", replace: true });
  }, [submit, returned, hasReturned]);
  const [refusal] = Object.values(answer?.error ?? {}).flatMap((errors) => errors ?? []);
  const again = (
    <Form method="post">
      <input type="hidden" name="returned" value={returned} />
      <SubmitButton name="intent" value="finish">
        {t(refusal ? "finish.again" : "finish.button")}
      </SubmitButton>
    </Form>
  );
  return (
    <Card>
      <CardBody className="grid gap-4 pt-4 sm:pt-5">
        {refusal ? (
          <Banner tone="bad" title={t("finish.failed")}>
            {message(refusal)}
          </Banner>
        ) : hasReturned ? (
          <p className="flex items-center gap-3 text-base text-muted" role="status">
            <Spinner />
            {t("finish.waiting")}
          </p>
        ) : (
          <p className="text-base text-pretty text-muted">{t("finish.nothing")}</p>
        )}
        <div className="flex flex-wrap gap-2">
          {hasReturned && (refusal ? again : <noscript>{again}</noscript>)}
          <LinkButton to={to} variant="ghost">
            {t("finish.back")}
          </LinkButton>
        </div>
      </CardBody>
    </Card>
  );
}
