import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { Banner } from "../ui/banner";
import { LinkButton } from "../ui/link-button";

/** The way to what the fields mean, where the seller says so; it presses while nobody has. */
export function MappingNote({ connection, to }: { connection: ConnectionView; to: string }) {
  const { t } = useTranslation("mapping");
  const { proof, isMapped, isReadByNames, lastDeliveryAt } = connection;
  if (proof === null) return null;
  const isWaiting = !isMapped && lastDeliveryAt !== null;
  return (
    <Banner
      tone={isWaiting ? "warn" : "info"}
      title={isMapped ? t("edit") : t("toMap")}
      action={
        <LinkButton size="small" variant={isWaiting ? "primary" : undefined} to={to}>
          {t("open")}
        </LinkButton>
      }
    >
      {!isMapped && t(isReadByNames ? "byNames" : "notMapped")}
    </Banner>
  );
}
