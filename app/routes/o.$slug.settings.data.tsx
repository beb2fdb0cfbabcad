import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ContentsCard } from "~/components/settings/contents-card";
import { ErasuresCard } from "~/components/settings/erasures-card";
import { ExportCard } from "~/components/settings/export-card";
import { listErasures } from "~/domain/customers/erasures-queries.server";
import { createFullExport } from "~/domain/exports/create-full-export.server";
import { countContents } from "~/domain/organizations/contents-queries.server";
import { refuseButton } from "~/http/refuse-button.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "data.export");
  const [{ user }, contents, erasures] = await Promise.all([
    ctx.db.entry(),
    countContents(ctx),
    listErasures(ctx),
  ]);
  return {
    title: `${getServerT(user.language)("rights:data.title")} · OruCRM`,
    slug: ctx.slug,
    contents,
    erasures,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "data.export");
  try {
    await createFullExport(ctx);
    return { isDone: true as const };
  } catch (error) {
    return refuseButton(error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganizationData() {
  const { slug, contents, erasures } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-4 *:min-w-0 sm:gap-5">
      <ExportCard slug={slug} />
      <ContentsCard contents={contents} />
      <ErasuresCard erasures={erasures} />
    </div>
  );
}
