import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DeliveryFacts } from "~/components/connections/delivery-facts";
import { DeliveryPayload } from "~/components/connections/delivery-payload";
import { DeliverySubject } from "~/components/connections/delivery-subject";
import { DeliveryVerdict } from "~/components/connections/delivery-verdict";
import { RelatedDeliveries } from "~/components/connections/related-deliveries";
import { type ReplayAnswer, ReplayButton } from "~/components/connections/replay-button";
import { DeliveryOutcome } from "~/components/status/delivery-outcome";
import { PageHeader } from "~/components/ui/page-header";
import { getDelivery } from "~/domain/deliveries/get-delivery.server";
import { replayDelivery } from "~/domain/deliveries/replay-delivery.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { writeMessage } from "~/i18n/message";
import { AppError, STATUS_OF } from "~/lib/app-error";

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
  const ctx = await requireOrg(args, "deliveries.replay");
  try {
    const { outcome } = await replayDelivery(ctx, { deliveryId: args.params.deliveryId ?? "" });
    return data<ReplayAnswer>({ outcome });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    return data<ReplayAnswer>(
      { refusal: writeMessage(error.messageKey, error.values) },
      STATUS_OF[error.code],
    );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Delivery() {
  const { slug, delivery, mayReplay } = useLoaderData<typeof loader>();
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
        action={mayReplay && <ReplayButton />}
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
