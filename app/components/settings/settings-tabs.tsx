import { useTranslation } from "react-i18next";
import { TabLinks } from "../ui/tab-links";

/** The organization's settings, each with its own address; the audit log is the Admin's. */
export function SettingsTabs({ slug, maySeeAudit }: { slug: string; maySeeAudit: boolean }) {
  const { t } = useTranslation("settings");
  const base = `/o/${slug}/settings`;
  const tabs = [
    { to: base, label: t("tabs.organization"), end: true },
    { to: `${base}/members`, label: t("tabs.members") },
    ...(maySeeAudit ? [{ to: `${base}/audit`, label: t("tabs.audit") }] : []),
  ];
  return (
    <div className="mb-5">
      <TabLinks label={t("title")} tabs={tabs} />
    </div>
  );
}
