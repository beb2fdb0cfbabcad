import { CircleDot, type LucideIcon, Megaphone, ShoppingBag, ShoppingCart, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineRow } from "~/domain/customers/timeline-queries.server";
import { RichText } from "~/i18n/rich-text";
import { useFormat } from "~/i18n/use-format";
import { RemovedMark, TestMark } from "../lists/row-marks";
import { CheckoutStatus } from "../status/checkout-status";
import { OrderStatus } from "../status/order-status";
import { DateTime } from "../ui/date-time";
import { Money } from "../ui/money";
import { TextLink } from "../ui/text-link";
import { ConsentState } from "./consent-state";

type Entry = TimelineRow["entry"];
type EntryOf<Kind extends Entry["kind"]> = Extract<Entry, { kind: Kind }>;

const ICONS: Record<Entry["kind"], LucideIcon> = {
  order: ShoppingBag,
  status: CircleDot,
  refund: Undo2,
  checkout: ShoppingCart,
  consent: Megaphone,
};

/** One thing that happened. */
export function TimelineEntry({ row, base }: { row: TimelineRow; base: string }) {
  const Icon = ICONS[row.entry.kind];
  return (
    <li className="relative flex items-start justify-between gap-4 py-2">
      <span className="absolute top-2 -left-8 grid size-6 place-items-center rounded-full border border-line bg-surface text-muted">
        <Icon aria-hidden="true" className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1">
        <EntryWords entry={row.entry} base={base} />
      </div>
      <DateTime at={row.at} show="time" className="pt-px text-sm text-faint" />
    </li>
  );
}

function EntryWords({ entry, base }: { entry: Entry; base: string }): ReactNode {
  const { t } = useTranslation("customers");
  const format = useFormat();
  if (entry.kind === "order") return <OrderWords entry={entry} to={`${base}/orders/${entry.orderId}`} />;
  if (entry.kind === "checkout") return <CheckoutWords entry={entry} base={base} />;
  if (entry.kind === "consent") {
    return (
      <p className="flex flex-wrap items-center gap-2">
        {t(`channels.${entry.channel}`)} <ConsentState state={entry.state} />
        <span className="text-sm text-muted">{t(`consentSources.${entry.source}`)}</span>
      </p>
    );
  }
  const link = <OrderLink entry={entry} to={`${base}/orders/${entry.orderId}`} />;
  if (entry.kind === "status") {
    return (
      <p className="flex flex-wrap items-center gap-2">
        {link} <OrderStatus status={entry.status} />
      </p>
    );
  }
  return (
    <p>
      <RichText
        t={t}
        i18nKey="page.refundedFor"
        values={{ amount: format.money(entry.amountMinor, entry.currency) }}
        components={{ order: link }}
      />
      {entry.reason && <span className="block text-sm text-muted">{entry.reason}</span>}
    </p>
  );
}

function OrderWords({ entry, to }: { entry: EntryOf<"order">; to: string }) {
  const { t } = useTranslation("customers");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <OrderLink entry={entry} to={to} />
        <Money minor={entry.totalMinor} currency={entry.currency} className="font-medium" />
        {entry.isTest && <TestMark />}
        {entry.isRemoved && <RemovedMark />}
      </p>
      <p className="text-sm text-muted">
        {entry.firstItem && (
          <>{t("page.bought", { item: entry.firstItem, count: entry.itemsCount - 1 })} · </>
        )}
        {entry.shopName}
      </p>
    </>
  );
}

function CheckoutWords({ entry, base }: { entry: EntryOf<"checkout">; base: string }) {
  const { t } = useTranslation("checkouts");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <TextLink to={`${base}/checkouts/${entry.checkoutId}`}>
          {t("checkout", { number: entry.number })}
        </TextLink>
        <Money minor={entry.totalMinor} currency={entry.currency} className="font-medium" />
        <CheckoutStatus status={entry.status} />
      </p>
      <p className="text-sm text-muted">{entry.shopName}</p>
    </>
  );
}

function OrderLink({ entry, to }: { entry: { orderNumber: string }; to: string }) {
  const { t } = useTranslation("orders");
  return <TextLink to={to}>{t("order", { number: entry.orderNumber })}</TextLink>;
}
