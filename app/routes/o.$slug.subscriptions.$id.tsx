import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CorrectionsCard } from "~/components/corrections/corrections-card";
import { useCorrectedValue } from "~/components/corrections/use-corrected-value";
import { RecordNavigation } from "~/components/lists/record-navigation";
import { RemovedMark, SampleMark } from "~/components/lists/row-marks";
import { SubscriptionStatus } from "~/components/status/subscription-status";
import { CorrectSubscriptionDialog } from "~/components/subscriptions/correct-subscription-dialog";
import { SubscriptionFacts } from "~/components/subscriptions/subscription-facts";
import { SubscriptionItems } from "~/components/subscriptions/subscription-items";
import { SubscriptionOrders } from "~/components/subscriptions/subscription-orders";
import { TrashButton } from "~/components/trash/trash-button";
import { Banner } from "~/components/ui/banner";
import { PageHeader } from "~/components/ui/page-header";
import { MANUAL } from "~/domain/connections/manual-platform";
import { listNames } from "~/domain/organizations/organizations-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { getSubscription } from "~/domain/subscriptions/get-subscription.server";
import { subscriptionEditSchema } from "~/domain/subscriptions/subscription-edit.schema";
import { listSubscriptionOrders } from "~/domain/subscriptions/subscription-orders-queries.server";
import { editRecord } from "~/http/edit-record.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "subscriptions.view");
  const subscriptionId = args.params.id ?? "";
  const [{ user, role }, subscription, orders, names] = await Promise.all([
    ctx.db.entry(),
    getSubscription(ctx, { subscriptionId }),
    listSubscriptionOrders(ctx, { subscriptionId }),
    listNames(ctx),
  ]);
  const t = getServerT(user.language);
  return {
    title: `${t("subscriptions:subscription", { number: subscription.number })} · OruCRM`,
    base: `/o/${ctx.slug}`,
    subscription,
    orders: isAllowed(role, "orders.view") ? orders : [],
    names,
    mayEdit: isAllowed(role, "orders.edit") && subscription.deletedAt === null,
    mayTrash: isAllowed(role, "records.trash"),
  };
}

/** Corrects the subscription by hand, or lets its shop's word stand again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const place = { kind: "subscription", id: args.params.id ?? "" } as const;
  return editRecord(ctx, place, { form: await args.request.formData(), schema: subscriptionEditSchema });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Subscription() {
  const { base, subscription, orders, names, mayEdit, mayTrash } = useLoaderData<typeof loader>();
  const { t } = useTranslation("subscriptions");
  const { currency, platform, corrections } = subscription;
  const wordOf = useCorrectedValue(currency, (word) => t(`status.${word}`, t(`unit.${word}`, word)));
  return (
    <>
      <PageHeader
        title={t("subscription", { number: subscription.number })}
        crumbs={[{ label: t("title"), to: `${base}/subscriptions` }]}
        detail={
          <span className="flex flex-wrap items-center gap-2">
            <SubscriptionStatus status={subscription.status} />
            {subscription.removedAt && <RemovedMark />}
            {subscription.isSample && <SampleMark />}
          </span>
        }
        action={
          <>
            <RecordNavigation noun="subscriptions" id={subscription.id} base={base} />
            {mayTrash && (
              <TrashButton
                base={base}
                noun="subscription"
                id={subscription.id}
                isTrashed={subscription.deletedAt !== null}
              />
            )}
            {mayEdit && <CorrectSubscriptionDialog subscription={subscription} isOwn={platform === MANUAL} />}
          </>
        }
      />
      {subscription.deletedAt && (
        <Banner tone="warn" icon={Trash2} className="mb-4">
          {t("page.trashed")}
        </Banner>
      )}
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <SubscriptionItems subscription={subscription} />
          <SubscriptionOrders orders={orders} base={base} />
        </div>
        <div className="grid gap-4 lg:sticky lg:top-5">
          <SubscriptionFacts subscription={subscription} base={base} />
          <CorrectionsCard corrections={corrections} names={names} wordOf={wordOf} mayEdit={mayEdit} />
        </div>
      </div>
    </>
  );
}
