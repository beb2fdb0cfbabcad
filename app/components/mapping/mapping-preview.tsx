import { useTranslation } from "react-i18next";
import type { CanonicalEvent } from "~/connectors/canonical";
import type { ParseResult } from "~/connectors/connector";
import { applyMapping } from "~/connectors/generic/apply-mapping";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { isReason } from "~/domain/deliveries/reasons";
import type { Sample } from "~/domain/mappings/sample";
import { useFormat } from "~/i18n/use-format";
import { OrderStatus } from "../status/order-status";
import { Badge } from "../ui/badge";
import { Money } from "../ui/money";

/** What each captured delivery would become: the same reading as of those that arrive. */
export function MappingPreview({ samples, mapping }: { samples: readonly Sample[]; mapping: Mapping }) {
  const format = useFormat();
  return (
    <ul className="divide-y divide-line">
      {samples.map((sample) => (
        <li
          key={sample.id}
          className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[10rem_minmax(0,1fr)] sm:px-5"
        >
          <p className="text-sm text-muted">{format.dateTime(sample.receivedAt)}</p>
          <Outcome result={applyMapping(sample.body, mapping, sample.receivedAt)} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ result }: { result: ParseResult }) {
  const { t } = useTranslation(["deliveries", "connections"]);
  if (result.outcome === "events") return result.events.map((event) => <Written key="event" event={event} />);
  const isIgnored = result.outcome === "ignored";
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={isIgnored ? "neutral" : "warn"}>
        {t(`connections:deliveries.outcome.${result.outcome}`)}
      </Badge>
      {isReason(result.reason) && <p className="text-base text-ink">{t(`reasons.${result.reason}.what`)}</p>}
      {result.outcome === "needs_attention" && (
        <p className="font-mono text-xs break-words text-muted">{result.detail}</p>
      )}
    </div>
  );
}

function Written({ event }: { event: CanonicalEvent }) {
  const { t } = useTranslation("mapping");
  if (event.kind === "customer.state") {
    const { person } = event.customer;
    return (
      <div className="grid gap-1">
        <p className="font-medium text-ink">{person.name ?? person.email ?? person.phone}</p>
        <p className="text-sm break-words text-muted">
          {[t("preview.customer"), person.email, person.phone].filter(Boolean).join(" · ")}
        </p>
      </div>
    );
  }
  return event.kind === "order.state" ? <WrittenOrder order={event.order} /> : null;
}

type Order = Extract<CanonicalEvent, { kind: "order.state" }>["order"];

function WrittenOrder({ order }: { order: Order }) {
  const { t } = useTranslation("mapping");
  const format = useFormat();
  const { person } = order;
  const buyer = [person?.name, person?.email, person?.phone].filter(Boolean).join(" · ");
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium break-all text-ink">{order.number}</span>
        <OrderStatus status={order.status} />
        <Money minor={order.totalMinor} currency={order.currency} className="ml-auto" />
      </p>
      <p className="text-sm break-words text-muted">{buyer || t("preview.nobody")}</p>
      <p className="text-sm break-words text-muted">
        {[
          format.dateTime(order.placedAt),
          t("preview.items", { count: order.items.length }),
          order.items
            .slice(0, 3)
            .map(({ name, quantity }) => `${quantity} × ${name}`)
            .join(", "),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
