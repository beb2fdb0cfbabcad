import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SourcePayload } from "~/components/connections/source-payload";
import { CorrectionsCard } from "~/components/corrections/corrections-card";
import { useCorrectedValue } from "~/components/corrections/use-corrected-value";
import { RecordNavigation } from "~/components/lists/record-navigation";
import { RemovedMark, SampleMark } from "~/components/lists/row-marks";
import { CorrectProductDialog } from "~/components/products/correct-product-dialog";
import { ProductFacts } from "~/components/products/product-facts";
import { ProductNotices } from "~/components/products/product-notices";
import { ProductOrders } from "~/components/products/product-orders";
import { ProductSales } from "~/components/products/product-sales";
import { ProductVariations } from "~/components/products/product-variations";
import { TrashButton } from "~/components/trash/trash-button";
import { Badge } from "~/components/ui/badge";
import { PageHeader } from "~/components/ui/page-header";
import { MANUAL } from "~/domain/connections/manual-platform";
import { listNames } from "~/domain/organizations/organizations-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { getProduct } from "~/domain/products/get-product.server";
import { productEditSchema } from "~/domain/products/product-form.schema";
import { getProductSales } from "~/domain/products/product-sales-queries.server";
import { editRecord } from "~/http/edit-record.server";
import { requireOrg } from "~/http/require-org.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "products.view");
  const productId = args.params.id ?? "";
  const [{ role }, product, sales, names] = await Promise.all([
    ctx.db.entry(),
    getProduct(ctx, { productId }),
    getProductSales(ctx, { productId }),
    listNames(ctx),
  ]);
  return {
    title: `${product.name} · OruCRM`,
    base: `/o/${ctx.slug}`,
    product,
    sales,
    names,
    maySeePayload: isAllowed(role, "deliveries.view"),
    mayEdit: isAllowed(role, "products.edit") && product.deletedAt === null,
    mayTrash: isAllowed(role, "records.trash"),
  };
}

/** Corrects the product by hand, or lets its shop's word stand again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "products.edit");
  const place = { kind: "product", id: args.params.id ?? "" } as const;
  return editRecord(ctx, place, { form: await args.request.formData(), schema: productEditSchema });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Product() {
  const { base, product, sales, names, maySeePayload, mayEdit, mayTrash } = useLoaderData<typeof loader>();
  const { t } = useTranslation("products");
  const wordOf = useCorrectedValue(product.currency, (word) => t(`status.${word}`, t(`stock.${word}`, word)));
  const productsTo = `${base}/products`;
  return (
    <>
      <PageHeader
        title={product.name}
        crumbs={[{ label: t("title"), to: productsTo }]}
        detail={
          <span className="flex flex-wrap items-center gap-2">
            <Badge>{t(`status.${product.status}`)}</Badge>
            {product.isVariation && <Badge>{t("variation")}</Badge>}
            {product.removedAt && <RemovedMark />}
            {product.isSample && <SampleMark />}
          </span>
        }
        action={
          <>
            <RecordNavigation noun="products" id={product.id} base={base} />
            {mayTrash && (
              <TrashButton
                base={base}
                noun="product"
                id={product.id}
                isTrashed={product.deletedAt !== null}
              />
            )}
            {mayEdit && <CorrectProductDialog product={product} />}
          </>
        }
      />
      <ProductNotices product={product} />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <ProductOrders latest={sales.latest} ordersTo={`${base}/orders`} productId={product.id} />
          <ProductVariations variations={product.variations} productsTo={productsTo} />
        </div>
        <div className="grid gap-4">
          <ProductFacts product={product} productsTo={productsTo} />
          <ProductSales sales={sales} />
          <CorrectionsCard
            corrections={product.corrections}
            names={names}
            wordOf={wordOf}
            mayEdit={mayEdit}
          />
        </div>
        {maySeePayload && product.platform !== MANUAL && (
          <SourcePayload className="lg:col-span-2" base={base} kind="product" id={product.id} />
        )}
      </div>
    </>
  );
}
