import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BringFile } from "~/components/imports/bring-file";
import { ImportSteps } from "~/components/imports/import-steps";
import { NounTabs } from "~/components/imports/noun-tabs";
import { Templates } from "~/components/imports/templates";
import { PageHeader } from "~/components/ui/page-header";
import { readImportNoun } from "~/domain/imports/import.schema";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  const { user } = await ctx.db.entry();
  return {
    title: `${getServerT(user.language)("imports:new")} · OruCRM`,
    base: `/o/${ctx.slug}`,
    noun: readImportNoun(new URL(args.request.url).searchParams),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewImport() {
  const { base, noun } = useLoaderData<typeof loader>();
  const { t } = useTranslation("imports");
  return (
    <>
      <PageHeader title={t("new")} crumbs={[{ label: t("title"), to: `${base}/imports` }]} />
      <ImportSteps current="bring" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <NounTabs noun={noun} />
        <BringFile key={noun} base={base} noun={noun} />
        <Templates noun={noun} />
      </div>
    </>
  );
}
