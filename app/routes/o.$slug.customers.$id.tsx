import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CustomerConsents } from "~/components/customers/customer-consents";
import { CustomerContact } from "~/components/customers/customer-contact";
import { CustomerMoney } from "~/components/customers/customer-money";
import { useCustomerName } from "~/components/customers/customer-name";
import { EraseDialog } from "~/components/customers/erase-dialog";
import { Timeline } from "~/components/customers/timeline";
import { MergeLedger } from "~/components/duplicates/merge-ledger";
import { RecordNavigation } from "~/components/lists/record-navigation";
import { SampleMark } from "~/components/lists/row-marks";
import { CustomerSubscriptions } from "~/components/subscriptions/customer-subscriptions";
import { TrashButton } from "~/components/trash/trash-button";
import { Banner } from "~/components/ui/banner";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { getCustomer } from "~/domain/customers/get-customer.server";
import { longerTimeline, timelineLengthSchema } from "~/domain/customers/timeline.schema";
import { listTimeline } from "~/domain/customers/timeline-queries.server";
import { eraseCustomer } from "~/domain/deliveries/erase-customer.server";
import { listMerges } from "~/domain/merges/merge-ledger-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { listCustomerSubscriptions } from "~/domain/subscriptions/subscription-queries.server";
import { requireFresh } from "~/http/require-fresh.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const customerId = args.params.id ?? "";
  const length = timelineLengthSchema.parse(new URL(args.request.url).searchParams.get("entries"));
  const [{ user, role }, customer, timeline, subscriptions, merges] = await Promise.all([
    ctx.db.entry(),
    getCustomer(ctx, { customerId }),
    listTimeline(ctx, { customerId, length }),
    listCustomerSubscriptions(ctx, { customerId }),
    listMerges(ctx, { customerId }),
  ]);
  const base = `/o/${ctx.slug}`;
  if (customer.mergedInto) throw redirect(`${base}/customers/${customer.mergedInto}`);
  const t = getServerT(user.language);
  return {
    title: `${customer.name ?? customer.email ?? t("customers:noName")} · ${t("customers:title")} · OruCRM`,
    base,
    customer,
    timeline,
    subscriptions,
    merges,
    mayMerge: isAllowed(role, "customers.merge"),
    mayTrash: isAllowed(role, "records.trash"),
    mayEnterOrders: isAllowed(role, "orders.edit") && customer.deletedAt === null,
    mayErase: isAllowed(role, "customers.erase"),
    longer: timeline.hasMore ? longerTimeline(length) : null,
  };
}

/** Erases the customer; there is nothing else to be sent here. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.erase");
  await requireFresh(args);
  await eraseCustomer(ctx, { customerId: args.params.id ?? "" });
  return redirect(`/o/${ctx.slug}/customers`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Customer() {
  const { base, customer, timeline, subscriptions, merges, longer, ...may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("customers");
  const format = useFormat();
  const nameOf = useCustomerName();
  const allOrders = `${base}/orders?customer=${customer.id}`;
  return (
    <>
      <PageHeader
        title={nameOf(customer)}
        crumbs={[{ label: t("title"), to: `${base}/customers` }]}
        detail={
          <span className="flex items-center gap-2 text-sm text-muted">
            {customer.isSample && <SampleMark />}
            {t("page.customerSince", { date: format.date(customer.firstOrderAt ?? customer.createdAt) })}
          </span>
        }
        action={
          <span className="flex flex-wrap gap-2">
            <RecordNavigation noun="customers" id={customer.id} base={base} />
            {may.mayTrash && (
              <TrashButton
                base={base}
                noun="customer"
                id={customer.id}
                isTrashed={customer.deletedAt !== null}
              />
            )}
            {may.mayEnterOrders && (
              <LinkButton to={`${base}/orders/new?customer=${customer.id}`}>
                {t("sales:newOrder.title")}
              </LinkButton>
            )}
            {may.mayErase && <EraseDialog name={nameOf(customer)} />}
          </span>
        }
      />
      {customer.deletedAt && (
        <Banner tone="warn" icon={Trash2} className="mb-4">
          {t("page.trashed")}
        </Banner>
      )}
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-4 lg:sticky lg:top-5">
          <CustomerMoney customer={customer} />
          <CustomerSubscriptions subscriptions={subscriptions} to={`${base}/subscriptions`} />
          <CustomerContact customer={customer} />
          <CustomerConsents consents={customer.consents} />
          <MergeLedger merges={merges} base={base} maySplit={may.mayMerge} />
        </div>
        <Timeline
          rows={timeline.rows}
          ordersTo={`${base}/orders`}
          moreTo={timeline.hasMore ? (longer ? `?entries=${longer}` : allOrders) : null}
        />
      </div>
    </>
  );
}
