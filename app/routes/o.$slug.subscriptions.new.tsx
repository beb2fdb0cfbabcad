import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { NewSubscriptionForm } from "~/components/subscriptions/new-subscription-form";
import { Card, CardBody } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { findBuyer } from "~/domain/customers/find-buyer.server";
import { createSubscription } from "~/domain/subscriptions/create-subscription.server";
import { subscriptionCreateSchema } from "~/domain/subscriptions/subscription-edit.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { localDay } from "~/lib/local-days";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const customerId = new URL(args.request.url).searchParams.get("customer");
  const [{ user, organization }, buyer] = await Promise.all([ctx.db.entry(), findBuyer(ctx, customerId)]);
  return {
    title: `${getServerT(user.language)("subscriptions:new.title")} · OruCRM`,
    base: `/o/${ctx.slug}`,
    currency: organization.currency,
    today: localDay(ctx.now(), organization.timeZone),
    buyer,
  };
}

/** Enters the subscription, and leads to it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const submission = parseForm(await args.request.formData(), subscriptionCreateSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    return redirect(`/o/${ctx.slug}/subscriptions/${await createSubscription(ctx, submission.value)}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSubscription() {
  const { base, currency, today, buyer } = useLoaderData<typeof loader>();
  const { t } = useTranslation("subscriptions");
  return (
    <>
      <PageHeader title={t("new.title")} crumbs={[{ label: t("title"), to: `${base}/subscriptions` }]} />
      <Card className="max-w-2xl">
        <CardBody className="pt-4 sm:pt-5">
          <p className="pb-4 text-pretty text-muted">{t("new.lead")}</p>
          <NewSubscriptionForm base={base} currency={currency} today={today} buyer={buyer} />
        </CardBody>
      </Card>
    </>
  );
}
