import { useTranslation } from "react-i18next";
import type { DeliveryView } from "~/domain/deliveries/get-delivery.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { CopyButton } from "./desk/copy-button";
import { PayloadText } from "./payload-text";

/** What the shop sent, as text. Where it is not shown, the reason is. */
export function DeliveryPayload({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation(["connections", "deliveries"]);
  const format = useFormat();
  const { payload, headers, erasedAt, outcome } = delivery;
  const absence = {
    erased: erasedAt && t("deliveries.bodyErased", { date: format.date(erasedAt) }),
    absent: t(outcome === "duplicate" ? "deliveries.bodyAbsent" : "deliveries.bodyGone"),
    withheld: t("deliveries.bodyWithheld"),
  };
  return (
    <Card className="min-w-0">
      <CardHeader
        title={t("deliveries.body")}
        action={payload.kind === "shown" && <CopyButton text={payload.text} />}
      />
      <CardBody className="grid gap-4">
        {payload.kind === "shown" ? (
          <>
            {payload.isMasked && <p className="text-sm text-muted">{t("deliveries:payload.masked")}</p>}
            <PayloadText label={t("deliveries.body")} text={payload.text} />
            {payload.isCut && <p className="text-sm text-muted">{t("deliveries.bodyCut")}</p>}
          </>
        ) : (
          <p className="text-muted">{absence[payload.kind]}</p>
        )}
        {Object.keys(headers).length > 0 && (
          <details>
            <summary className="w-fit rounded-small text-sm text-muted hover:text-ink">
              {t("deliveries.headers")}
            </summary>
            <dl className="mt-3 grid gap-x-6 gap-y-1.5 font-mono text-xs sm:grid-cols-[auto_minmax(0,1fr)]">
              {Object.entries(headers).map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-muted">{name}</dt>
                  <dd className="break-all text-ink max-sm:mb-1.5">{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </CardBody>
    </Card>
  );
}
