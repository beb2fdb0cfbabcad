import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedProduct } from "~/domain/products/product-queries.server";
import { isWebAddress } from "~/lib/is-web-address";
import { RecordLink } from "../lists/record-link";
import { RemovedMark, SampleMark } from "../lists/row-marks";
import { Badge } from "../ui/badge";

/** A product's name, which leads to its page, with its way into the shop and its marks. */
export function ProductName({ product }: { product: ListedProduct }) {
  const { t } = useTranslation("products");
  return (
    <span className="flex min-w-0 items-center gap-2">
      <RecordLink id={product.id}>{product.name}</RecordLink>
      {product.url && isWebAddress(product.url) && (
        <a
          href={product.url}
          target="_blank"
          rel="noreferrer"
          className="hit relative z-10 shrink-0 rounded-small text-faint hover:text-ink"
          aria-label={t("openInShop", { name: product.name })}
        >
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      )}
      {product.removedAt && <RemovedMark />}
      {product.status !== "active" && <Badge>{t(`status.${product.status}`)}</Badge>}
      {product.isVariation && <Badge>{t("variation")}</Badge>}
      {product.isSample && <SampleMark />}
    </span>
  );
}
