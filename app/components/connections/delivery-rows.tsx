import { Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedDelivery } from "~/domain/deliveries/deliveries-queries.server";
import { DeliveryOutcome } from "../status/delivery-outcome";
import { Checkbox } from "../ui/checkbox";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TimeAgo } from "../ui/time-ago";
import { DeliveryReason } from "./delivery-reason";
import { DeliverySubject } from "./delivery-subject";
import type { Ticked } from "./desk/use-ticked";

type DeliveryRowsProps = {
  deliveries: ListedDelivery[];
  /** Where a delivery's own page is, without its id. */
  base: string;
  /** Left out on a connection's own page. */
  hasConnection?: boolean;
  /** Which rows are ticked; without it there are no boxes. */
  ticked?: Ticked | undefined;
};

/** The log: what came, about what, and what became of it. */
export function DeliveryRows({ deliveries, base, hasConnection = true, ticked }: DeliveryRowsProps) {
  const { t } = useTranslation(["connections", "deliveries"]);
  return (
    <Table caption={t("deliveries.title")} density="compact">
      <TableHead>
        {ticked && (
          <HeaderCell className="w-10">
            <Checkbox
              aria-label={t("deliveries:tick.page")}
              checked={ticked.isPage}
              onChange={ticked.togglePage}
            />
          </HeaderCell>
        )}
        <HeaderCell>{t("deliveries.columns.received")}</HeaderCell>
        <HeaderCell>{t("deliveries.columns.subject")}</HeaderCell>
        <HeaderCell>{t("deliveries.columns.topic")}</HeaderCell>
        {hasConnection && <HeaderCell isSpare>{t("columns.name")}</HeaderCell>}
        <HeaderCell>{t("deliveries.columns.outcome")}</HeaderCell>
        <HeaderCell isSpare>{t("deliveries.columns.reason")}</HeaderCell>
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} isSelected={ticked?.has(delivery.id)}>
            {ticked && (
              <Cell className="relative z-10 w-10">
                <Checkbox
                  aria-label={t("deliveries:tick.one", { topic: delivery.topic })}
                  checked={ticked.has(delivery.id)}
                  onChange={() => ticked.toggle(delivery.id)}
                />
              </Cell>
            )}
            <Cell phone="aside">
              <TimeAgo at={delivery.receivedAt} className="text-muted" />
            </Cell>
            <Cell phone="title" className="@xl:max-w-48!">
              <RowLink to={`${base}/${delivery.id}`}>
                <DeliverySubject subject={delivery.subject} />
              </RowLink>
              <Repeats count={delivery.repeats.length} />
            </Cell>
            <Cell phone="detail" className="font-mono text-xs text-muted @xl:max-w-44!">
              {delivery.topic}
            </Cell>
            {hasConnection && (
              <Cell isSpare className="@xl:max-w-32!">
                {delivery.connectionName}
              </Cell>
            )}
            <Cell phone="value">
              <DeliveryOutcome outcome={delivery.outcome} />
            </Cell>
            <Cell isSpare className="@xl:max-w-44! text-muted">
              {delivery.reason && <DeliveryReason reason={delivery.reason} outcome={delivery.outcome} />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** How often the same delivery came again. */
function Repeats({ count }: { count: number }) {
  const { t } = useTranslation("connections");
  if (count === 0) return null;
  return (
    <span
      className="figures ml-2 inline-flex items-center gap-1 text-xs font-normal text-faint"
      title={t("deliveries.outcomeHint.duplicate")}
    >
      <Repeat aria-hidden="true" className="size-3" />
      {t("deliveries.repeats", { count })}
    </span>
  );
}
