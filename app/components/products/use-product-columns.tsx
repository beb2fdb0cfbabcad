import { useTranslation } from "react-i18next";
import type { ListedProduct } from "~/domain/products/product-queries.server";
import type { ListColumn } from "../lists/list-columns";
import { Money } from "../ui/money";
import { TimeAgo } from "../ui/time-ago";
import { ProductName } from "./product-name";
import { StockState } from "./stock-state";

/** Shown until a member or a view chooses others. */
export const USUAL_PRODUCT_COLUMNS = ["sku", "shop", "stock", "price"] as const;

/** All columns of the products list. */
export function useProductColumns(): ListColumn<ListedProduct>[] {
  const { t } = useTranslation(["products", "lists"]);
  return [
    {
      name: "name",
      label: t("products:columns.name"),
      width: 320,
      phone: "title",
      sort: "name",
      render: (row) => <ProductName product={row} />,
    },
    {
      name: "sku",
      label: t("products:columns.sku"),
      width: 160,
      phone: "detail",
      render: (row) => <span className="font-mono text-sm text-muted">{row.sku}</span>,
    },
    {
      name: "shop",
      label: t("products:columns.shop"),
      width: 160,
      isMuted: true,
      render: (row) => row.shopName,
    },
    {
      name: "stock",
      label: t("products:columns.stock"),
      width: 140,
      phone: "aside",
      render: (row) => <StockState stock={row.stock} quantity={row.stockQuantity} />,
    },
    {
      name: "categories",
      label: t("lists:fields.category"),
      width: 200,
      isMuted: true,
      render: (row) => row.categories.join(", "),
    },
    {
      name: "price",
      label: t("products:columns.price"),
      width: 140,
      isNumeric: true,
      phone: "value",
      render: (row) =>
        row.priceMinor === null ? (
          <span className="text-faint">–</span>
        ) : (
          <Money minor={row.priceMinor} currency={row.currency} />
        ),
    },
    {
      name: "created",
      label: t("lists:fields.created"),
      width: 140,
      isNumeric: true,
      isMuted: true,
      sort: "created",
      render: (row) => <TimeAgo at={row.createdAt} />,
    },
  ];
}
