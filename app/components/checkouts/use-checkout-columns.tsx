import { useTranslation } from "react-i18next";
import type { ListedCheckout } from "~/domain/checkouts/checkout-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useCustomerName } from "../customers/customer-name";
import type { ListColumn } from "../lists/list-columns";
import { RecordLink } from "../lists/record-link";
import { RemovedMark, SampleMark } from "../lists/row-marks";
import { CheckoutStatus } from "../status/checkout-status";
import { DateTime } from "../ui/date-time";
import { Money } from "../ui/money";
import { useItemWords } from "./use-item-words";

/** Shown until a member or a view chooses others. */
export const USUAL_CHECKOUT_COLUMNS = ["customer", "items", "status", "total", "active"] as const;

/** All columns of the checkouts list. */
export function useCheckoutColumns(): ListColumn<ListedCheckout>[] {
  const { t } = useTranslation(["checkouts", "lists"]);
  const format = useFormat();
  const itemWords = useItemWords();
  return [
    {
      name: "number",
      label: t("checkouts:columns.number"),
      width: 200,
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
      label: t("checkouts:columns.customer"),
      width: 150,
      phone: "detail",
      render: (row) => <Person checkout={row} />,
    },
    {
      name: "items",
      label: t("checkouts:columns.items"),
      width: 145,
      isMuted: true,
      render: (row) => itemWords(row.items),
    },
    {
      name: "status",
      label: t("checkouts:columns.status"),
      width: 130,
      phone: "aside",
      render: (row) => <CheckoutStatus status={row.status} />,
    },
    {
      name: "total",
      label: t("checkouts:columns.total"),
      width: 115,
      isNumeric: true,
      phone: "value",
      sort: "total",
      render: (row) => <Money minor={row.totalMinor} currency={row.currency} />,
    },
    {
      name: "active",
      label: t("checkouts:columns.active"),
      width: 200,
      isNumeric: true,
      isMuted: true,
      sort: "active",
      render: (row) => <DateTime at={row.activeAt} />,
    },
    {
      name: "started",
      label: t("lists:fields.started"),
      width: 125,
      isNumeric: true,
      isMuted: true,
      render: (row) => format.date(row.startedAt),
    },
    {
      name: "shop",
      label: t("checkouts:columns.shop"),
      width: 140,
      isMuted: true,
      render: (row) => row.shopName,
    },
  ];
}

function Person({ checkout: { customerId, name, email, phone } }: { checkout: ListedCheckout }) {
  const { t } = useTranslation("checkouts");
  const nameOf = useCustomerName();
  const isNamed = customerId !== null || name !== null || email !== null || phone !== null;
  if (!isNamed) return <span className="text-faint">{t("nobody")}</span>;
  const words = nameOf({ name, email, phone });
  if (customerId) return <>{words}</>;
  return (
    <span className="text-muted" title={t("unknown")}>
      {words}
    </span>
  );
}
