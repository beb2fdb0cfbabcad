import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { OrganizationFacts } from "~/components/settings/organization-facts";
import { OrganizationForm } from "~/components/settings/organization-form";
import { SampleCard } from "~/components/settings/sample-card";
import { Banner } from "~/components/ui/banner";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { listCurrencies, listTimeZones } from "~/domain/organizations/choices.server";
import { updateOrganizationSchema } from "~/domain/organizations/organization.schema";
import { getOrganization } from "~/domain/organizations/organizations-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { countSample } from "~/domain/organizations/sample-queries.server";
import { updateOrganization } from "~/domain/organizations/update-organization.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const [{ user, role }, organization, sample] = await Promise.all([
    ctx.db.entry(),
    getOrganization(ctx),
    countSample(ctx),
  ]);
  return {
    title: `${getServerT(user.language)("settings:title")} · OruCRM`,
    organization,
    sample,
    choices: isAllowed(role, "organization.manage")
      ? { timeZones: listTimeZones(), currencies: listCurrencies(user.language) }
      : null,
    mayRemoveSample: isAllowed(role, "sample.remove"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "organization.manage");
  const submission = parseForm(await args.request.formData(), updateOrganizationSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await updateOrganization(ctx, submission.value);
    return redirect(`/o/${ctx.slug}/settings?saved=organization`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganizationSettings() {
  const { organization, sample, choices, mayRemoveSample } = useLoaderData<typeof loader>();
  const { t } = useTranslation("settings");
  const [search] = useSearchParams();
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      {search.has("saved") && <Banner tone="good">{t("organization.saved")}</Banner>}
      <Card>
        <CardHeader title={t("organization.title")} />
        <CardBody>
          {choices ? (
            <OrganizationForm organization={organization} {...choices} />
          ) : (
            <OrganizationFacts organization={organization} />
          )}
        </CardBody>
      </Card>
      {sample.shops + sample.customers > 0 && (
        <SampleCard slug={organization.slug} sample={sample} mayRemove={mayRemoveSample} />
      )}
    </div>
  );
}
