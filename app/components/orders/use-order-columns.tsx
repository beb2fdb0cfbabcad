import { useTranslation } from "react-i18next";
import type { ListedOrder } from "~/domain/orders/order-list-queries.server";
import { useCustomerName } from "../customers/customer-name";
import type { ListColumn } from "../lists/list-columns";
import { RecordLink } from "../lists/record-link";
import { RemovedMark, SampleMark, TestMark } from "../lists/row-marks";
import { OrderStatus } from "../status/order-status";
import { Money } from "../ui/money";
import { TimeAgo } from "../ui/time-ago";

/** Shown until a member or a view chooses others. */
export const USUAL_ORDER_COLUMNS = ["customer", "shop", "status", "total", "placed"] as const;

/** All columns of the orders list. */
export function useOrderColumns(): ListColumn<ListedOrder>[] {
  const { t } = useTranslation(["orders", "lists"]);
  return [
    {
      name: "number",
      label: t("orders:columns.number"),
      width: 180,
      phone: "title",
      render: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <RecordLink id={row.id}>{row.number}</RecordLink>
          {row.isTest && <TestMark />}
          {row.removedAt && <RemovedMark />}
          {row.isSample && <SampleMark />}
        </span>
      ),
    },
    {
      name: "customer",
      label: t("orders:columns.customer"),
      width: 200,
      phone: "detail",
      render: (row) => <Buyer order={row} />,
    },
    {
      name: "shop",
      label: t("orders:columns.shop"),
      width: 150,
      isMuted: true,
      render: (row) => row.shopName,
    },
    {
      name: "status",
      label: t("orders:columns.status"),
      width: 140,
      phone: "aside",
      render: (row) => <OrderStatus status={row.status} />,
    },
    {
      name: "total",
      label: t("orders:columns.total"),
      width: 125,
      isNumeric: true,
      phone: "value",
      sort: "total",
      render: (row) => <Money minor={row.totalMinor} currency={row.currency} />,
    },
    {
      name: "refunded",
      label: t("lists:columns.refunded"),
      width: 140,
      isNumeric: true,
      isMuted: true,
      render: (row) => row.refundedMinor > 0 && <Money minor={row.refundedMinor} currency={row.currency} />,
    },
    {
      name: "payment",
      label: t("lists:fields.payment"),
      width: 160,
      isMuted: true,
      render: (row) => row.paymentMethod,
    },
    {
      name: "coupons",
      label: t("lists:fields.coupon"),
      width: 140,
      isMuted: true,
      render: (row) => row.coupons.join(", "),
    },
    {
      name: "placed",
      label: t("orders:columns.placed"),
      width: 125,
      isNumeric: true,
      isMuted: true,
      sort: "placed",
      render: (row) => <TimeAgo at={row.placedAt} />,
    },
  ];
}

function Buyer({ order }: { order: ListedOrder }) {
  const { t } = useTranslation("orders");
  const nameOf = useCustomerName();
  if (!order.customerId) return <span className="text-faint">{t("noCustomer")}</span>;
  return <>{nameOf({ name: order.customerName, email: order.email, phone: order.phone })}</>;
}
