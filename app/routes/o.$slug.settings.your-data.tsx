import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { AccountDataCards } from "~/components/settings/account-data-cards";
import { TakeDataCard } from "~/components/settings/take-data-card";
import { getAccountData } from "~/domain/accounts/account-data.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const [{ user }, data] = await Promise.all([ctx.db.entry(), getAccountData(ctx)]);
  const title = `${getServerT(user.language)("rights:yours.title")} · OruCRM`;
  return { title, slug: ctx.slug, data };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function YourData() {
  const { slug, data } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-4 *:min-w-0 sm:gap-5">
      <TakeDataCard slug={slug} />
      <AccountDataCards slug={slug} data={data} />
    </div>
  );
}
