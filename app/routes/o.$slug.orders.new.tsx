import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { NewOrderForm } from "~/components/orders/new-order-form";
import { Card, CardBody } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { findBuyer } from "~/domain/customers/find-buyer.server";
import { createOrder } from "~/domain/orders/create-order.server";
import { orderCreateSchema } from "~/domain/orders/order-create.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { localTime } from "~/lib/local-time";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const customerId = new URL(args.request.url).searchParams.get("customer");
  const [{ user, organization }, buyer] = await Promise.all([ctx.db.entry(), findBuyer(ctx, customerId)]);
  return {
    title: `${getServerT(user.language)("sales:newOrder.title")} · OruCRM`,
    base: `/o/${ctx.slug}`,
    currency: organization.currency,
    now: localTime(ctx.now(), organization.timeZone),
    buyer,
  };
}

/** Enters the order, and leads to it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const submission = parseForm(await args.request.formData(), orderCreateSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    return redirect(`/o/${ctx.slug}/orders/${await createOrder(ctx, submission.value)}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewOrder() {
  const { base, currency, now, buyer } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["sales", "orders"]);
  return (
    <>
      <PageHeader title={t("newOrder.title")} crumbs={[{ label: t("orders:title"), to: `${base}/orders` }]} />
      <Card className="max-w-2xl">
        <CardBody className="pt-4 sm:pt-5">
          <NewOrderForm base={base} currency={currency} now={now} buyer={buyer} />
        </CardBody>
      </Card>
    </>
  );
}
