import { useTranslation } from "react-i18next";
import { NO_FILTERS } from "~/domain/deliveries/delivery-filters";
import { remedyFor } from "~/domain/deliveries/desk/trouble-remedy";
import type { Trouble } from "~/domain/deliveries/desk/troubles-queries.server";
import { LinkButton } from "../../ui/link-button";
import { ReplayActions } from "./replay-actions";

/** The button that solves a group of troubles; none where only the shop can. */
export function TroubleRemedy({ trouble, base }: { trouble: Trouble; base: string }) {
  const { t } = useTranslation("deliveries");
  const { outcome, reason, connectionId } = trouble;
  const remedy = remedyFor(reason);
  if (remedy === "none") return null;
  if (remedy === "replay") {
    const filters = { ...NO_FILTERS, connection: connectionId, outcome, reason };
    return (
      <ReplayActions
        size="small"
        selection={{ kind: "matching", filters }}
        action={`${base}/deliveries?index`}
      />
    );
  }
  return (
    <LinkButton size="small" to={`${base}/${connectionId}${remedy === "map" ? "/mapping" : ""}`}>
      {t(`troubles.${remedy}`)}
    </LinkButton>
  );
}
