import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FactorSections } from "~/components/security/factor-sections";
import { readOwnFactors, viewFactors } from "~/domain/factors/factors-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const [{ user }, factors] = await Promise.all([ctx.db.entry(), readOwnFactors(ctx)]);
  return {
    title: `${getServerT(user.language)("factors:title")} · OruCRM`,
    factors: viewFactors(factors),
  };
}

/** A person's own second factors. */
export default function FactorsSettings() {
  const { t } = useTranslation("factors");
  const { factors } = useLoaderData<typeof loader>();
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      <p className="text-muted">{t("lead")}</p>
      <FactorSections factors={factors} />
    </div>
  );
}
