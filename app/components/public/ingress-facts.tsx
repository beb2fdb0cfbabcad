import { useTranslation } from "react-i18next";
import type { IngressState } from "~/domain/deliveries/ingress-state";
import { useFormat } from "~/i18n/use-format";
import { Lag } from "../connections/lag";
import { Fact, Facts } from "../ui/facts";
import { TimeAgo } from "../ui/time-ago";

/** What is known of the ingress right now; without the database only that it takes deliveries in. */
export function IngressFacts({ state }: { state: IngressState | null }) {
  const { t } = useTranslation("status");
  const format = useFormat();
  return (
    <Facts>
      <Fact label={t("ingress")}>{t("up")}</Fact>
      <Fact label={t("database")}>{t(state ? "up" : "noAnswer")}</Fact>
      {state && (
        <>
          <Fact label={t("handled")}>
            {state.received > 0 ? (
              <span className="figures">
                {format.percent((state.received - state.failed) / state.received)}
              </span>
            ) : (
              t("none")
            )}
          </Fact>
          <Fact label={t("lag")}>{state.lagMs === null ? t("none") : <Lag ms={state.lagMs} />}</Fact>
          {state.sweptAt !== null && (
            <>
              <Fact label={t("waiting")}>
                <span className="figures">{format.number(state.waiting ?? 0)}</span>
              </Fact>
              <Fact label={t("swept")}>
                <TimeAgo at={state.sweptAt} />
              </Fact>
            </>
          )}
        </>
      )}
    </Facts>
  );
}
