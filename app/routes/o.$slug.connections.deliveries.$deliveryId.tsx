import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DeliveryFacts } from "~/components/connections/delivery-facts";
import { DeliveryPayload } from "~/components/connections/delivery-payload";
import { DeliverySubject } from "~/components/connections/delivery-subject";
import { DeliveryVerdict } from "~/components/connections/delivery-verdict";
import { ReplayActions } from "~/components/connections/desk/replay-actions";
import { TouchedRecords } from "~/components/connections/desk/touched-records";
import { RelatedDeliveries } from "~/components/connections/related-deliveries";
import { DeliveryOutcome } from "~/components/status/delivery-outcome";
import { PageHeader } from "~/components/ui/page-header";
import { getDelivery } from "~/domain/deliveries/get-delivery.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { answerDesk } from "~/http/answer-desk.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "deliveries.view");
  const [{ user, role }, delivery] = await Promise.all([
    ctx.db.entry(),
    getDelivery(ctx, { deliveryId: args.params.deliveryId ?? "" }),
  ]);
  return {
    title: `${delivery.topic} · ${getServerT(user.language)("connections:deliveries.title")} · OruCRM`,
    slug: ctx.slug,
    delivery,
    // A repetition keeps no body, and what was erased is gone: there is nothing to apply again.
    mayReplay: isAllowed(role, "deliveries.replay") && delivery.payload.kind === "shown",
  };
}

export async function action(args: ActionFunctionArgs) {
  return answerDesk(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Delivery() {
  const { slug, delivery, mayReplay } = useLoaderData<typeof loader>();
  const { t } = useTranslation("connections");
  const base = `/o/${slug}`;
  const connectionsTo = `${base}/connections`;
  return (
    <>
      <PageHeader
        title={<DeliverySubject subject={delivery.subject} />}
        detail={<DeliveryOutcome outcome={delivery.outcome} />}
        crumbs={[
          { label: t("title"), to: connectionsTo },
          { label: t("deliveries.title"), to: `${connectionsTo}/deliveries` },
        ]}
        action={
          mayReplay && (
            <ReplayActions
              selection={{ kind: "ids", ids: [delivery.id] }}
              action={`${base}/connections/deliveries/${delivery.id}`}
            />
          )
        }
      />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <DeliveryVerdict delivery={delivery} />
          <DeliveryPayload delivery={delivery} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 sm:gap-5">
          <DeliveryFacts delivery={delivery} connectionsTo={connectionsTo} />
          <TouchedRecords records={delivery.records} base={base} />
          <RelatedDeliveries delivery={delivery} />
        </div>
      </div>
    </>
  );
}
