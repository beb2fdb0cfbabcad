import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { USUAL_CHECKOUT_COLUMNS, useCheckoutColumns } from "~/components/checkouts/use-checkout-columns";
import { ListPage } from "~/components/lists/list-page";
import { EmptyState } from "~/components/ui/empty-state";
import { listCheckouts } from "~/domain/checkouts/checkout-queries.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import { SORTS } from "~/domain/filters/list-sorts";
import { getListChoices } from "~/domain/views/list-choices-queries.server";
import { getListSetting, leadsTo } from "~/domain/views/views-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const NOUN = "checkouts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.view");
  const search = new URL(args.request.url).searchParams;
  const params = readListParams(NOUN, search);
  const [{ user }, list, setting, choices] = await Promise.all([
    ctx.db.entry(),
    listCheckouts(ctx, params),
    getListSetting(ctx, NOUN),
    getListChoices(ctx, NOUN, params),
  ]);
  const base = `/o/${ctx.slug}`;
  const view = leadsTo(NOUN, params, { search, setting });
  if (view) throw redirect(`${base}/${NOUN}${view}`);
  return {
    title: `${getServerT(user.language)("checkouts:title")} · OruCRM`,
    list,
    facts: { noun: NOUN, base, params, setting, choices } as const,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Checkouts() {
  const { list, facts } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["checkouts", "lists"]);
  const { params, choices } = facts;
  const isByTotal = params.sort === "total" && params.q === "";
  return (
    <ListPage
      facts={facts}
      list={list}
      title={t("checkouts:title")}
      searchLabel={t("checkouts:search")}
      columns={useCheckoutColumns()}
      usualColumns={USUAL_CHECKOUT_COLUMNS}
      sorts={SORTS[NOUN].map((name) => ({ name, label: t(`lists:sorts.${name}`) }))}
      nameOf={({ number }) => number}
      empty={
        <EmptyState icon={ShoppingCart} title={t("checkouts:empty.title")}>
          {t("checkouts:empty.body")}
        </EmptyState>
      }
      note={isByTotal ? t("lists:totalNote", { currency: choices.currency }) : undefined}
    />
  );
}
