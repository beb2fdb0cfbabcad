import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { Moon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useMessage } from "~/i18n/use-message";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";

type SilenceBannerProps = { connection: ConnectionView; mayManage: boolean };

/** That the shop is too silent for chance, how unlikely that is, what the shop says, and the one thing to do. */
export function SilenceBanner({ connection, mayManage }: SilenceBannerProps) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const message = useMessage();
  const { state, data, Form } = useFetcher<SubmissionResult<string[]>>();
  const silence = connection.pulse?.silence;
  if (!silence) return null;
  const { access } = connection;
  const isOpen = access !== null && access.brokenReason === null;
  // What the shop said last counts: since the alarm its webhooks may be registered again.
  const webhooks = (isOpen && access.webhooksState) || silence.webhooks;
  const isOff = webhooks === "missing" || webhooks === "switched_off";
  const [refusal] = Object.values(data?.error ?? {}).flatMap((errors) => errors ?? []);
  return (
    <Banner
      tone="warn"
      icon={Moon}
      title={t("silence.title", { time: format.dateTime(silence.since) })}
      action={
        mayManage &&
        isOpen &&
        isOff && (
          <Form method="post" action="connect">
            <SubmitButton name="intent" value="register" size="small" isPending={state !== "idle"}>
              {t("silence.register")}
            </SubmitButton>
          </Form>
        )
      }
    >
      <p>
        {t("silence.odds", {
          oneIn: format.number(silence.oneIn),
          weeks: format.number(silence.onceInWeeks),
        })}
      </p>
      <p>{refusal ? message(refusal) : t(`silence.webhooks.${webhooks}`)}</p>
    </Banner>
  );
}
