import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { ArrowLeftRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { MergeFacts } from "~/components/duplicates/merge-facts";
import { MergeSide } from "~/components/duplicates/merge-sides";
import { SubmitButton } from "~/components/forms/submit-button";
import { Card } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { type ToastAnswer, useToastAnswer } from "~/components/ui/use-toast-answer";
import { getMergePair } from "~/domain/merges/merge-pair-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.merge");
  const ids = { one: args.params.id ?? "", other: args.params.otherId ?? "" };
  const [{ user, organization }, pair] = await Promise.all([ctx.db.entry(), getMergePair(ctx, ids)]);
  const title = `${getServerT(user.language)("duplicates:merge.title")} · OruCRM`;
  const base = `/o/${ctx.slug}/customers`;
  const isSettled = [pair.survivor, pair.absorbed].some((one) => one.mergedInto ?? one.deletedAt);
  if (isSettled || ids.one === ids.other) throw redirect(`${base}/duplicates`);
  return { title, base, currency: organization.currency, ...pair };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ComparedCustomers() {
  const { base, currency, survivor, absorbed } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["duplicates", "customers"]);
  const fetcher = useFetcher<ToastAnswer>();
  useToastAnswer(fetcher, "");
  const swapped = `${base}/${absorbed.id}/merge/${survivor.id}`;
  const isSending = (intent: string) => fetcher.formData?.get("intent") === intent;
  const side = { base, currency };
  return (
    <>
      <PageHeader
        title={t("merge.title")}
        crumbs={[
          { label: t("customers:title"), to: base },
          { label: t("title"), to: `${base}/duplicates` },
        ]}
      />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-pretty text-muted">{t("merge.intro")}</p>
        <fetcher.Form method="post" action={`${base}/decisions`} key={swapped}>
          <input type="hidden" name="survivorId" value={survivor.id} />
          <input type="hidden" name="absorbedId" value={absorbed.id} />
          <input type="hidden" name="oneId" value={survivor.id} />
          <input type="hidden" name="otherId" value={absorbed.id} />
          <Card>
            <div className="grid grid-cols-2 gap-2 border-b border-line px-4 py-4 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)] sm:gap-3 sm:px-5">
              <div className="col-span-2 sm:col-span-1">
                <LinkButton to={swapped} size="small" variant="ghost" className="-ml-3" replace>
                  <ArrowLeftRight aria-hidden="true" />
                  {t("merge.swap")}
                </LinkButton>
              </div>
              <MergeSide of={survivor} label={t("merge.survivor")} {...side} />
              <MergeSide of={absorbed} label={t("merge.absorbed")} {...side} />
            </div>
            <MergeFacts survivor={survivor} absorbed={absorbed} />
          </Card>
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <SubmitButton variant="ghost" name="intent" value="later" isPending={isSending("later")}>
              {t("decideLater")}
            </SubmitButton>
            <SubmitButton variant="secondary" name="intent" value="apart" isPending={isSending("apart")}>
              {t("notSame")}
            </SubmitButton>
            <SubmitButton variant="primary" name="intent" value="merge" isPending={isSending("merge")}>
              {t("merge.confirm")}
            </SubmitButton>
          </div>
        </fetcher.Form>
      </div>
    </>
  );
}
