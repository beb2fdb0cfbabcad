import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DeliveryFacts } from "~/components/connections/delivery-facts";
import { DeliveryPayload } from "~/components/connections/delivery-payload";
import { DeliverySubject } from "~/components/connections/delivery-subject";
import { DeliveryVerdict } from "~/components/connections/delivery-verdict";
import { RelatedDeliveries } from "~/components/connections/related-deliveries";
import { DeliveryOutcome } from "~/components/status/delivery-outcome";
import { PageHeader } from "~/components/ui/page-header";
import { getDelivery } from "~/domain/deliveries/get-delivery.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "deliveries.view");
  const [{ user }, delivery] = await Promise.all([
    ctx.db.entry(),
    getDelivery(ctx, { deliveryId: args.params.deliveryId ?? "" }),
  ]);
  return {
    title: `${delivery.topic} · ${getServerT(user.language)("connections:deliveries.title")} · OruCRM`,
    slug: ctx.slug,
    delivery,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Delivery() {
  const { slug, delivery } = useLoaderData<typeof loader>();
  const { t } = useTranslation("connections");
  const connectionsTo = `/o/${slug}/connections`;
  return (
    <>
      <PageHeader
        title={<DeliverySubject subject={delivery.subject} />}
        detail={<DeliveryOutcome outcome={delivery.outcome} />}
        crumbs={[
          { label: t("title"), to: connectionsTo },
          { label: t("deliveries.title"), to: `${connectionsTo}/deliveries` },
        ]}
      />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <DeliveryVerdict delivery={delivery} />
          <DeliveryPayload delivery={delivery} />
        </div>
        <div className="grid gap-4 sm:gap-5">
          <DeliveryFacts delivery={delivery} connectionsTo={connectionsTo} />
          <RelatedDeliveries delivery={delivery} />
        </div>
      </div>
    </>
  );
}
