import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DeliveryView } from "~/domain/deliveries/get-delivery.server";
import { DeliveryOutcome } from "../status/delivery-outcome";
import { Card, CardHeader } from "../ui/card";
import { TimeAgo } from "../ui/time-ago";

/** What else came about the same record; nothing when this is all. */
export function RelatedDeliveries({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation("connections");
  const others = delivery.related.filter((one) => one.id !== delivery.id);
  if (others.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("deliveries.related")} />
      <ul className="divide-y divide-line border-t border-line">
        {others.map(({ id, topic, outcome, receivedAt }) => (
          <li
            key={id}
            className="relative flex items-center justify-between gap-3 px-4 py-2.5 hover:bg-hover sm:px-5"
          >
            <span className="min-w-0">
              <Link
                to={`../${id}`}
                relative="path"
                className="block truncate rounded-small font-mono text-sm text-ink after:absolute after:inset-0"
              >
                {topic}
              </Link>
              <TimeAgo at={receivedAt} className="text-sm text-muted" />
            </span>
            <DeliveryOutcome outcome={outcome} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
