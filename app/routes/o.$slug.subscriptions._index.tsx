import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ListPage } from "~/components/lists/list-page";
import {
  USUAL_SUBSCRIPTION_COLUMNS,
  useSubscriptionColumns,
} from "~/components/subscriptions/use-subscription-columns";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { readListParams } from "~/domain/filters/list-query.schema";
import { SORTS } from "~/domain/filters/list-sorts";
import { isAllowed } from "~/domain/organizations/permissions";
import { listSubscriptions } from "~/domain/subscriptions/subscription-queries.server";
import { getListChoices } from "~/domain/views/list-choices-queries.server";
import { getListSetting, leadsTo } from "~/domain/views/views-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const NOUN = "subscriptions";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "subscriptions.view");
  const search = new URL(args.request.url).searchParams;
  const params = readListParams(NOUN, search);
  const [{ user, role }, list, setting, choices] = await Promise.all([
    ctx.db.entry(),
    listSubscriptions(ctx, params),
    getListSetting(ctx, NOUN),
    getListChoices(ctx, NOUN, params),
  ]);
  const base = `/o/${ctx.slug}`;
  const view = leadsTo(NOUN, params, { search, setting });
  if (view) throw redirect(`${base}/${NOUN}${view}`);
  return {
    title: `${getServerT(user.language)("subscriptions:title")} · OruCRM`,
    list,
    facts: { noun: NOUN, base, params, setting, choices } as const,
    newTo: isAllowed(role, "orders.edit") ? `${base}/${NOUN}/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Subscriptions() {
  const { list, facts, newTo } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["subscriptions", "lists"]);
  const enter = newTo && (
    <LinkButton variant="primary" to={newTo}>
      {t("subscriptions:new.title")}
    </LinkButton>
  );
  return (
    <ListPage
      facts={facts}
      list={list}
      title={t("subscriptions:title")}
      searchLabel={t("subscriptions:search")}
      columns={useSubscriptionColumns()}
      usualColumns={USUAL_SUBSCRIPTION_COLUMNS}
      sorts={SORTS[NOUN].map((name) => ({ name, label: t(`lists:sorts.${name}`) }))}
      nameOf={({ number }) => number}
      action={enter}
      empty={
        <EmptyState icon={Repeat} title={t("subscriptions:empty.title")} action={enter}>
          {t("subscriptions:empty.body")}
        </EmptyState>
      }
    />
  );
}
