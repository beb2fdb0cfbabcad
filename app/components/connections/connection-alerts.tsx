import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { useFormat } from "~/i18n/use-format";
import { SubmitButton } from "../forms/submit-button";
import { Banner } from "../ui/banner";
import { LinkButton } from "../ui/link-button";
import { SilenceBanner } from "./silence-banner";

type ConnectionAlertsProps = { connection: ConnectionView; mayManage: boolean; logTo: string | null };

/** What concerns the connection right now, each with its next step. */
export function ConnectionAlerts({ connection, mayManage, logTo }: ConnectionAlertsProps) {
  const { t } = useTranslation("connections");
  const format = useFormat();
  const { state, health, traffic, mismatchedShop, oldSecretEndsAt } = connection;
  const troubles = traffic.failed + traffic.needsAttention;
  return (
    <div className="grid gap-3 empty:hidden">
      {(state === "paused" || state === "uninstalled") && (
        <Banner
          tone="warn"
          title={t(`state.${state}`)}
          action={
            mayManage && (
              <Form method="post">
                <SubmitButton name="intent" value="resume" size="small" variant="secondary">
                  {t("page.resume")}
                </SubmitButton>
              </Form>
            )
          }
        >
          {t(`stateHint.${state}`)}
        </Banner>
      )}
      <SilenceBanner connection={connection} mayManage={mayManage} />
      {health === "refused" && (
        <Banner tone="bad" title={t("page.refused", { count: traffic.badSignatures })}>
          {t("page.refusedHint")}
        </Banner>
      )}
      {troubles > 0 && (
        <Banner
          tone="warn"
          title={t("traffic.troubles", { count: troubles })}
          action={
            logTo && (
              <LinkButton size="small" to={logTo}>
                {t("page.toTroubles")}
              </LinkButton>
            )
          }
        >
          {t("stateHint.attention")}
        </Banner>
      )}
      {mismatchedShop && <Banner tone="warn">{t("page.mismatch", { shop: mismatchedShop })}</Banner>}
      {oldSecretEndsAt && (
        <Banner>{t("page.secretRotated", { date: format.dateTime(oldSecretEndsAt) })}</Banner>
      )}
    </div>
  );
}
