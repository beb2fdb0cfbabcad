import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SettingsNav } from "~/components/settings/settings-nav";
import { SETTINGS_SECTIONS } from "~/components/settings/settings-sections";
import { PageHeader } from "~/components/ui/page-header";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const { role } = await ctx.db.entry();
  return {
    slug: ctx.slug,
    visible: SETTINGS_SECTIONS.filter(
      ({ permission }) => permission === null || isAllowed(role, permission),
    ).map(({ key }) => key),
  };
}

/** Around every page of the settings: their title once, and the way between them. */
export default function SettingsLayout() {
  const { slug, visible } = useLoaderData<typeof loader>();
  const { t } = useTranslation("settings");
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="lg:flex lg:gap-8">
        <SettingsNav slug={slug} visible={visible} />
        <div className="min-w-0 flex-1">
          <Outlet />
        </div>
      </div>
    </>
  );
}
