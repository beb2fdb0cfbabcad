import { useTranslation } from "react-i18next";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { DeliveryReason } from "../connections/delivery-reason";
import { Card, CardHeader } from "../ui/card";

/** Records that the shop gave in a form nobody understood, with why. */
export function UnreadCard({ unread }: { unread: Sync["unread"] }) {
  const { t } = useTranslation("receipts");
  return (
    <Card>
      <CardHeader title={t("unread.title")} detail={t("unread.lead")} />
      <ul className="mt-1 divide-y divide-line border-t border-line">
        {unread.map(({ kind, externalId, reason, detail }) => (
          <li key={`${kind} ${externalId}`} className="grid gap-0.5 px-4 py-2.5 sm:px-5">
            <span className="font-medium wrap-anywhere text-ink">
              {t(`unread.kinds.${kind}`, { id: externalId })}
            </span>
            <span className="text-sm text-muted">
              <DeliveryReason reason={reason} outcome="needs_attention" />
            </span>
            {detail && <span className="font-mono text-xs wrap-anywhere text-faint">{detail}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
