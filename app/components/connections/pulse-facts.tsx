import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Fact } from "../ui/facts";
import { Lag } from "./lag";

/** What is usual for a connection, beside what its last 24 hours brought. */
export function PulseFacts({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const { pulse, traffic, isSample } = connection;
  const troubles = traffic.failed + traffic.needsAttention;
  return (
    <>
      {!isSample && (
        <Fact label={t("usual")}>
          {pulse?.perDay == null ? (
            <span className="text-muted" title={t("learningHint")}>
              {t("learning")}
            </span>
          ) : (
            <span className="figures">{format.number(Math.round(pulse.perDay * 10) / 10)}</span>
          )}
        </Fact>
      )}
      {traffic.deliveries > 0 && (
        <Fact label={t("errorRate")}>
          <span className="figures">{format.percent(troubles / traffic.deliveries)}</span>
        </Fact>
      )}
      {!isSample && pulse?.lagMs != null && (
        <Fact label={t("lag")}>
          <Lag ms={pulse.lagMs} />
          {pulse.longestLagMs !== null && (
            <span className="ml-2 text-faint">
              {t("longest")} <Lag ms={pulse.longestLagMs} />
            </span>
          )}
        </Fact>
      )}
    </>
  );
}
