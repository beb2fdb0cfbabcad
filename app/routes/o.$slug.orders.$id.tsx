import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SourcePayload } from "~/components/connections/source-payload";
import { CorrectionsCard } from "~/components/corrections/corrections-card";
import { useCorrectedValue } from "~/components/corrections/use-corrected-value";
import { parseForm } from "~/components/forms/parse-form";
import { RecordNavigation } from "~/components/lists/record-navigation";
import { RemovedMark, SampleMark, TestMark } from "~/components/lists/row-marks";
import { ChangeItemsDialog } from "~/components/orders/change-items-dialog";
import { CorrectOrderDialog } from "~/components/orders/correct-order-dialog";
import { OrderBuyer } from "~/components/orders/order-buyer";
import { OrderFacts } from "~/components/orders/order-facts";
import { OrderHistory, OrderRefunds } from "~/components/orders/order-history";
import { OrderItems } from "~/components/orders/order-items";
import { OrderNotices } from "~/components/orders/order-notices";
import { OrderPayments } from "~/components/orders/order-payments";
import { OrderStatus } from "~/components/status/order-status";
import { TrashButton } from "~/components/trash/trash-button";
import { PageHeader } from "~/components/ui/page-header";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { OrgContext } from "~/domain/context";
import { changeItems } from "~/domain/orders/change-items.server";
import { getOrder } from "~/domain/orders/get-order.server";
import { orderEditSchema } from "~/domain/orders/order-edit.schema";
import { orderItemsSchema } from "~/domain/orders/order-items.schema";
import { findOrderOrigins } from "~/domain/orders/order-origins-queries.server";
import { listNames } from "~/domain/organizations/organizations-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { editRecord } from "~/http/edit-record.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.view");
  const orderId = args.params.id ?? "";
  const [{ user, role }, order, origins, names] = await Promise.all([
    ctx.db.entry(),
    getOrder(ctx, { orderId }),
    findOrderOrigins(ctx, { orderId }),
    listNames(ctx),
  ]);
  const base = `/o/${ctx.slug}`;
  const subject = encodeURIComponent(`order:${order.externalId}`);
  return {
    title: `${getServerT(user.language)("orders:order", { number: order.number })} · OruCRM`,
    base,
    order,
    origins,
    names,
    mayEdit: isAllowed(role, "orders.edit") && order.deletedAt === null,
    mayTrash: isAllowed(role, "records.trash"),
    deliveriesTo: isAllowed(role, "deliveries.view") ? `${base}/connections/deliveries?q=${subject}` : null,
  };
}

/** Corrects the order by hand, changes its items, or lets its shop's word stand again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const place = { kind: "order", id: args.params.id ?? "" } as const;
  const form = await args.request.formData();
  if (form.get("intent") === "items") return putItems(ctx, place.id, form);
  return editRecord(ctx, place, { form, schema: orderEditSchema });
}

async function putItems(ctx: OrgContext, orderId: string, form: FormData) {
  const submission = parseForm(form, orderItemsSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await changeItems(ctx, { orderId, ...submission.value });
    return data(submission.reply());
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Order() {
  const { base, order, origins, names, deliveriesTo, mayEdit, mayTrash } = useLoaderData<typeof loader>();
  const { t } = useTranslation("orders");
  const wordOf = useCorrectedValue(order.currency, (status) => t(`status.${status}`, status));
  return (
    <>
      <PageHeader
        title={t("order", { number: order.number })}
        crumbs={[{ label: t("title"), to: `${base}/orders` }]}
        detail={
          <span className="flex flex-wrap items-center gap-2">
            <OrderStatus status={order.status} />
            {order.isTest && <TestMark />}
            {order.removedAt && <RemovedMark />}
            {order.isSample && <SampleMark />}
          </span>
        }
        action={
          <>
            <RecordNavigation noun="orders" id={order.id} base={base} />
            {mayTrash && (
              <TrashButton base={base} noun="order" id={order.id} isTrashed={order.deletedAt !== null} />
            )}
            {mayEdit && <CorrectOrderDialog order={order} isOwn={order.platform === MANUAL} />}
          </>
        }
      />
      <OrderNotices order={order} />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <OrderItems
            order={order}
            action={mayEdit && order.platform === MANUAL && <ChangeItemsDialog order={order} base={base} />}
          />
          <OrderRefunds refunds={order.refunds} areContactsMasked={order.areContactsMasked} />
          <OrderHistory statuses={order.statuses} />
        </div>
        <div className="grid gap-4 lg:sticky lg:top-5">
          <OrderBuyer order={order} customersTo={`${base}/customers`} />
          <OrderPayments order={order} />
          <CorrectionsCard corrections={order.corrections} names={names} wordOf={wordOf} mayEdit={mayEdit} />
          <OrderFacts
            order={order}
            origins={origins}
            base={base}
            deliveriesTo={order.platform === MANUAL ? null : deliveriesTo}
          />
        </div>
        {deliveriesTo && order.platform !== MANUAL && (
          <SourcePayload className="lg:col-span-2" base={base} kind="order" id={order.id} />
        )}
      </div>
    </>
  );
}
