import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CustomerCheckouts } from "~/components/checkouts/customer-checkouts";
import { SourcePayload } from "~/components/connections/source-payload";
import { CashHistory } from "~/components/customers/cash-history";
import { CustomerActions } from "~/components/customers/customer-actions";
import { CustomerBuying } from "~/components/customers/customer-buying";
import { CustomerConsents } from "~/components/customers/customer-consents";
import { CustomerContact } from "~/components/customers/customer-contact";
import { CustomerFields } from "~/components/customers/customer-fields";
import { CustomerMoney } from "~/components/customers/customer-money";
import { useCustomerName } from "~/components/customers/customer-name";
import { CustomerNotes } from "~/components/customers/customer-notes";
import { CustomerTags } from "~/components/customers/customer-tags";
import { SetByHand } from "~/components/customers/set-by-hand";
import { Timeline } from "~/components/customers/timeline";
import { MergeLedger } from "~/components/duplicates/merge-ledger";
import { SampleMark } from "~/components/lists/row-marks";
import { CustomerSubscriptions } from "~/components/subscriptions/customer-subscriptions";
import { Banner } from "~/components/ui/banner";
import { PageHeader } from "~/components/ui/page-header";
import { listCustomerCheckouts } from "~/domain/checkouts/checkout-queries.server";
import { getBuying } from "~/domain/customers/buying-queries.server";
import { getCashHistory } from "~/domain/customers/cash-history-queries.server";
import { getCustomer } from "~/domain/customers/get-customer.server";
import { timelineSchema } from "~/domain/customers/timeline.schema";
import { listTimeline } from "~/domain/customers/timeline-queries.server";
import { eraseCustomer } from "~/domain/deliveries/erase-customer.server";
import { listCustomerFields } from "~/domain/fields/fields-queries.server";
import { listMerges } from "~/domain/merges/merge-ledger-queries.server";
import { listNotes } from "~/domain/notes/notes-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { listCustomerSubscriptions } from "~/domain/subscriptions/subscription-queries.server";
import { listCustomerTags } from "~/domain/tags/tags-queries.server";
import { requireFresh } from "~/http/require-fresh.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";
import { readParams } from "~/lib/read-params";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const customerId = args.params.id ?? "";
  const { show: kind } = readParams(timelineSchema, new URL(args.request.url).searchParams);
  const [
    { user, role },
    customer,
    timeline,
    subscriptions,
    checkouts,
    merges,
    tags,
    fields,
    notes,
    buying,
    cash,
  ] = await Promise.all([
    ctx.db.entry(),
    getCustomer(ctx, { customerId }),
    listTimeline(ctx, { customerId, kind }),
    listCustomerSubscriptions(ctx, { customerId }),
    listCustomerCheckouts(ctx, { customerId }),
    listMerges(ctx, { customerId }),
    listCustomerTags(ctx, customerId),
    listCustomerFields(ctx, customerId),
    listNotes(ctx, { customerId, before: null }),
    getBuying(ctx, { customerId }),
    getCashHistory(ctx, { customerId }),
  ]);
  const base = `/o/${ctx.slug}`;
  if (customer.mergedInto) throw redirect(`${base}/customers/${customer.mergedInto}`);
  const t = getServerT(user.language);
  return {
    title: `${customer.name ?? customer.email ?? t("customers:noName")} · ${t("customers:title")} · OruCRM`,
    base,
    customer,
    timeline,
    kind,
    subscriptions,
    checkouts,
    merges,
    tags,
    fields,
    notes,
    buying,
    cash,
    may: {
      edit: isAllowed(role, "customers.edit"),
      enterOrders: isAllowed(role, "orders.edit"),
      merge: isAllowed(role, "customers.merge"),
      trash: isAllowed(role, "records.trash"),
      erase: isAllowed(role, "customers.erase"),
    },
    writer: isAllowed(role, "notes.write")
      ? { userId: user.id, mayDeleteAny: isAllowed(role, "tags.manage") }
      : null,
    maySeePayload: isAllowed(role, "deliveries.view"),
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
  const { base, customer, timeline, ...page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("customers");
  const format = useFormat();
  const nameOf = useCustomerName();
  const to = `${base}/customers/${customer.id}`;
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
        action={<CustomerActions base={base} customer={customer} may={page.may} />}
      />
      {customer.deletedAt && (
        <Banner tone="warn" icon={Trash2} className="mb-4">
          {t("page.trashed")}
        </Banner>
      )}
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-4 min-w-0">
          <CustomerMoney customer={customer} gapDays={page.buying.gapDays} />
          <CustomerContact customer={customer} />
          <SetByHand customerTo={to} facts={customer.byHand} mayEdit={page.may.edit} />
          <CustomerTags base={base} customerTo={to} tags={page.tags} mayEdit={page.may.edit} />
          <CustomerFields base={base} customerTo={to} fields={page.fields} mayEdit={page.may.edit} />
          <CustomerSubscriptions subscriptions={page.subscriptions} to={`${base}/subscriptions`} />
          <CustomerCheckouts checkouts={page.checkouts} to={`${base}/checkouts`} />
          <CustomerBuying products={page.buying.products} />
          <CashHistory history={page.cash} ordersTo={`${base}/orders`} />
          <CustomerConsents consents={customer.consents} customerTo={to} mayEdit={page.may.edit} />
          <MergeLedger merges={page.merges} base={base} maySplit={page.may.merge} />
        </div>
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <CustomerNotes base={base} customerTo={to} notes={page.notes} writer={page.writer} />
          <Timeline timeline={timeline} kind={page.kind} customerTo={to} base={base} />
          {page.maySeePayload && <SourcePayload base={base} kind="customer" id={customer.id} />}
        </div>
      </div>
    </>
  );
}
