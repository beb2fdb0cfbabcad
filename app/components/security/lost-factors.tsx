import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";

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
  const [isAsking, setAsking] = useState(false);
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
    <div className="mt-5 grid gap-3 border-t border-line pt-4">
      <Button
        variant="ghost"
        aria-expanded={isAsking}
        className="justify-self-start"
        // The focus stays in the code's field: its error would move this away under the press.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setAsking(!isAsking)}
      >
        {t("secondStep.lostTitle")}
      </Button>
      {isAsking && (
        <Form method="post" className="grid gap-3">
          <p className="text-sm text-muted">{t("secondStep.lostBody")}</p>
          <SubmitButton name="method" value="lost" variant="secondary" isBlock>
            {t("secondStep.sendLink")}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
