import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";

type LostFactorsProps = {
  /** From when on the password is enough; null when nobody asked. */
  resetAt: Date | null;
  isOver: boolean;
  isMailed: boolean;
};

/** The way back for whoever has neither app, passkey nor codes: slow, and told to everybody concerned. */
export function LostFactors({ resetAt, isOver, isMailed }: LostFactorsProps) {
  const { t } = useTranslation("auth");
  const format = useFormat();
  if (isMailed) return <Banner className="mt-5">{t("secondStep.lostMailed")}</Banner>;
  if (resetAt && !isOver)
    return <Banner className="mt-5">{t("secondStep.lostWaiting", { at: format.dateTime(resetAt) })}</Banner>;
  if (resetAt)
    return (
      <Form method="post" className="mt-5 grid gap-3 border-t border-line pt-5">
        <p className="text-sm text-muted">{t("secondStep.lostOver")}</p>
        <SubmitButton name="method" value="finish-reset" variant="secondary" isBlock>
          {t("secondStep.finishReset")}
        </SubmitButton>
      </Form>
    );
  return (
    <details className="mt-5 border-t border-line pt-4">
      <summary
        className="cursor-pointer rounded-small text-muted"
        // The focus stays in the code's field: its error would move this away under the press.
        onMouseDown={(event) => event.preventDefault()}
      >
        {t("secondStep.lostTitle")}
      </summary>
      <Form method="post" className="mt-3 grid gap-3">
        <p className="text-sm text-muted">{t("secondStep.lostBody")}</p>
        <SubmitButton name="method" value="lost" variant="secondary" isBlock>
          {t("secondStep.sendLink")}
        </SubmitButton>
      </Form>
    </details>
  );
}
