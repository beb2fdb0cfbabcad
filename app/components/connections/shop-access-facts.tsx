import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { useMessage } from "~/i18n/use-message";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { TimeAgo } from "../ui/time-ago";
import { DropKeysDialog } from "./drop-keys-dialog";

type Access = NonNullable<ConnectionView["access"]>;
type ShopAccessFactsProps = { access: Access; hasWebhooks: boolean; children: ReactNode };

/** That we are in, what the shop said of its webhooks, and what can be done about it. */
export function ShopAccessFacts({ access, hasWebhooks, children }: ShopAccessFactsProps) {
  const { t } = useTranslation("shopAccess");
  const message = useMessage();
  const { state, data, Form, formData } = useFetcher<SubmissionResult<string[]>>();
  const [refusal] = Object.values(data?.error ?? {}).flatMap((errors) => errors ?? []);
  const { account, createdAt, lastUsedAt, brokenReason, webhooksState, webhooksCheckedAt } = access;
  const isOff = webhooksState === "missing" || webhooksState === "switched_off";
  const isPending = (intent: string) => state !== "idle" && formData?.get("intent") === intent;
  const isFirst = webhooksState === null;
  return (
    <Card>
      <CardHeader title={t("card.title")} />
      <CardBody className="grid gap-5">
        {brokenReason ? (
          <Banner tone="bad" title={t("broken")}>
            {message(brokenReason)}
          </Banner>
        ) : (
          <>
            {refusal && <Banner tone="bad">{message(refusal)}</Banner>}
            {isOff && <Banner tone="warn">{t("webhooksOff")}</Banner>}
          </>
        )}
        {children}
        <Facts>
          <Fact label={t("card.account")}>{account.replace("https://", "")}</Fact>
          <Fact label={t("card.since")}>
            <DateTime at={createdAt} show="date" />
          </Fact>
          <Fact label={t("card.used")}>{lastUsedAt ? <TimeAgo at={lastUsedAt} /> : t("card.never")}</Fact>
          {hasWebhooks && (
            <Fact label={t("card.webhooks")}>
              {t(`card.state.${webhooksState ?? "unknown"}`)}
              {webhooksCheckedAt && (
                <span className="ml-2 text-faint">
                  <TimeAgo at={webhooksCheckedAt} />
                </span>
              )}
            </Fact>
          )}
        </Facts>
        <Form method="post" action="connect" className="flex flex-wrap gap-2">
          {hasWebhooks && (
            <>
              <SubmitButton
                name="intent"
                value="register"
                variant={isFirst || isOff ? "primary" : "secondary"}
                isPending={isPending("register")}
              >
                {t(isFirst ? "card.registerFirst" : "card.register")}
              </SubmitButton>
              <SubmitButton name="intent" value="check" variant="secondary" isPending={isPending("check")}>
                {t("card.check")}
              </SubmitButton>
            </>
          )}
          <DropKeysDialog account={account.replace("https://", "")} />
        </Form>
      </CardBody>
    </Card>
  );
}
