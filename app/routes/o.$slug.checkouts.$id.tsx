import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CheckoutFacts } from "~/components/checkouts/checkout-facts";
import { CheckoutItems } from "~/components/checkouts/checkout-items";
import { CheckoutPerson } from "~/components/checkouts/checkout-person";
import { RecordNavigation } from "~/components/lists/record-navigation";
import { RemovedMark, SampleMark } from "~/components/lists/row-marks";
import { CheckoutStatus } from "~/components/status/checkout-status";
import { PageHeader } from "~/components/ui/page-header";
import { getCheckout } from "~/domain/checkouts/get-checkout.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.view");
  const [{ user }, checkout] = await Promise.all([
    ctx.db.entry(),
    getCheckout(ctx, { checkoutId: args.params.id ?? "" }),
  ]);
  const t = getServerT(user.language);
  return {
    title: `${t("checkouts:checkout", { number: checkout.number })} · OruCRM`,
    base: `/o/${ctx.slug}`,
    checkout,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Checkout() {
  const { base, checkout } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["checkouts", "orders"]);
  return (
    <>
      <PageHeader
        title={t("checkout", { number: checkout.number })}
        crumbs={[
          { label: t("orders:title"), to: `${base}/orders` },
          { label: t("title"), to: `${base}/checkouts` },
        ]}
        detail={
          <span className="flex flex-wrap items-center gap-2">
            <CheckoutStatus status={checkout.status} />
            {checkout.removedAt && <RemovedMark />}
            {checkout.isSample && <SampleMark />}
          </span>
        }
        action={<RecordNavigation noun="checkouts" id={checkout.id} base={base} />}
      />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <CheckoutItems checkout={checkout} />
        <div className="grid gap-4 lg:sticky lg:top-5">
          <CheckoutPerson checkout={checkout} base={base} />
          <CheckoutFacts checkout={checkout} base={base} />
        </div>
      </div>
    </>
  );
}
