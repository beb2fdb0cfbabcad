import { useTranslation } from "react-i18next";
import { TabLinks } from "../ui/tab-links";

/** Connections beside the log of all their deliveries, for those who may see it. */
export function ConnectionTabs({ slug, maySeeDeliveries }: { slug: string; maySeeDeliveries: boolean }) {
  const { t } = useTranslation("connections");
  if (!maySeeDeliveries) return null;
  const base = `/o/${slug}/connections`;
  return (
    <div className="mb-4">
      <TabLinks
        label={t("title")}
        tabs={[
          { to: base, label: t("title"), end: true },
          { to: `${base}/deliveries`, label: t("deliveries.title") },
        ]}
      />
    </div>
  );
}
