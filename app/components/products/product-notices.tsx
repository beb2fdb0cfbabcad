import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ProductView } from "~/domain/products/get-product.server";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";

/** Why a product is in no list, or cannot be bought any more. */
export function ProductNotices({ product }: { product: ProductView }) {
  const { t } = useTranslation("productPage");
  const format = useFormat();
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {product.deletedAt && (
        <Banner tone="warn" icon={Trash2}>
          {t("trashed")}
        </Banner>
      )}
      {product.removedAt && (
        <Banner tone="warn" icon={Trash2}>
          {t("removed", { date: format.date(product.removedAt) })}
        </Banner>
      )}
    </div>
  );
}
