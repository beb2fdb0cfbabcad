import { useTranslation } from "react-i18next";
import type { ListedSubscription } from "~/domain/subscriptions/subscription-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useCustomerName } from "../customers/customer-name";
import type { ListColumn } from "../lists/list-columns";
import { RecordLink } from "../lists/record-link";
import { RemovedMark, SampleMark } from "../lists/row-marks";
import { SubscriptionStatus } from "../status/subscription-status";
import { Money } from "../ui/money";
import { useInterval } from "./use-interval";

/** Shown until a member or a view chooses others. */
export const USUAL_SUBSCRIPTION_COLUMNS = [
  "customer",
  "product",
  "status",
  "amount",
  "interval",
  "nextPayment",
] as const;

/** All columns of the subscriptions list. */
export function useSubscriptionColumns(): ListColumn<ListedSubscription>[] {
  const { t } = useTranslation(["subscriptions", "lists"]);
  const format = useFormat();
  const interval = useInterval();
  return [
    {
      name: "number",
      label: t("subscriptions:columns.number"),
      width: 125,
      phone: "title",
      render: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <RecordLink id={row.id}>{row.number}</RecordLink>
          {row.removedAt && <RemovedMark />}
          {row.isSample && <SampleMark />}
        </span>
      ),
    },
    {
      name: "customer",
      label: t("subscriptions:columns.customer"),
      width: 165,
      phone: "detail",
      render: (row) => <Buyer subscription={row} />,
    },
    {
      name: "product",
      label: t("subscriptions:columns.product"),
      width: 165,
      isMuted: true,
      render: (row) => row.items[0]?.name,
    },
    {
      name: "status",
      label: t("subscriptions:columns.status"),
      width: 125,
      phone: "aside",
      render: (row) => <SubscriptionStatus status={row.status} />,
    },
    {
      name: "amount",
      label: t("subscriptions:columns.amount"),
      width: 110,
      isNumeric: true,
      phone: "value",
      render: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
    },
    {
      name: "interval",
      label: t("subscriptions:columns.interval"),
      width: 110,
      isMuted: true,
      render: (row) => interval(row),
    },
    {
      name: "nextPayment",
      label: t("subscriptions:columns.next"),
      width: 125,
      isNumeric: true,
      isMuted: true,
      sort: "nextPayment",
      render: (row) => (row.nextPaymentAt ? format.date(row.nextPaymentAt) : t("subscriptions:noNext")),
    },
    {
      name: "started",
      label: t("lists:fields.started"),
      width: 125,
      isNumeric: true,
      isMuted: true,
      sort: "started",
      render: (row) => format.date(row.startedAt),
    },
  ];
}

function Buyer({ subscription }: { subscription: ListedSubscription }) {
  const { t } = useTranslation("subscriptions");
  const nameOf = useCustomerName();
  const { customerId, customerName: name, email, phone } = subscription;
  if (!customerId) return <span className="text-faint">{t("noCustomer")}</span>;
  return <>{nameOf({ name, email, phone })}</>;
}
