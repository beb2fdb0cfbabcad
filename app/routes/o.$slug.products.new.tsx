import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { NewProductForm } from "~/components/products/new-product-form";
import { Card, CardBody } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { createProduct } from "~/domain/products/create-product.server";
import { productCreateSchema } from "~/domain/products/product-form.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "products.edit");
  const { user, organization } = await ctx.db.entry();
  return {
    title: `${getServerT(user.language)("productPage:new.title")} · OruCRM`,
    base: `/o/${ctx.slug}`,
    currency: organization.currency,
  };
}

/** Enters the product, and leads to it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "products.edit");
  const submission = parseForm(await args.request.formData(), productCreateSchema);
  if (submission.status !== "success") return refuseForm(submission);
  return redirect(`/o/${ctx.slug}/products/${await createProduct(ctx, submission.value)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewProduct() {
  const { base, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["productPage", "products"]);
  return (
    <>
      <PageHeader
        title={t("new.title")}
        crumbs={[{ label: t("products:title"), to: `${base}/products` }]}
        detail={<span className="text-sm text-muted">{t("new.lead")}</span>}
      />
      <Card className="max-w-2xl">
        <CardBody className="pt-4 sm:pt-5">
          <NewProductForm currency={currency} />
        </CardBody>
      </Card>
    </>
  );
}
