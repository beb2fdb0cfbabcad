import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { CopyCheck, Plus, Upload, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCustomerName } from "~/components/customers/customer-name";
import { USUAL_CUSTOMER_COLUMNS, useCustomerColumns } from "~/components/customers/use-customer-columns";
import { ConnectShop } from "~/components/lists/connect-shop";
import { ListPage } from "~/components/lists/list-page";
import { HeaderLink } from "~/components/ui/header-link";
import { listOrSearchCustomers } from "~/domain/customers/list-or-search-customers.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import { SORTS } from "~/domain/filters/list-sorts";
import { isAllowed } from "~/domain/organizations/permissions";
import { getListChoices } from "~/domain/views/list-choices-queries.server";
import { getListSetting, leadsTo } from "~/domain/views/views-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const NOUN = "customers";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const search = new URL(args.request.url).searchParams;
  const params = readListParams(NOUN, search);
  const [{ user, role }, list, setting, choices] = await Promise.all([
    ctx.db.entry(),
    listOrSearchCustomers(ctx, params),
    getListSetting(ctx, NOUN),
    getListChoices(ctx, NOUN, params),
  ]);
  const base = `/o/${ctx.slug}`;
  const view = leadsTo(NOUN, params, { search, setting });
  if (view) throw redirect(`${base}/${NOUN}${view}`);
  return {
    title: `${getServerT(user.language)("customers:title")} · OruCRM`,
    list,
    facts: { noun: NOUN, base, params, setting, choices } as const,
    editIn: isAllowed(role, "customers.edit") ? `${base}/${NOUN}` : null,
    duplicatesTo: isAllowed(role, "customers.merge") ? `${base}/${NOUN}/duplicates` : null,
    importTo: isAllowed(role, "imports.run") ? `${base}/imports/new` : null,
    newTo: isAllowed(role, "customers.edit") ? `${base}/customers/new` : null,
    connectTo: isAllowed(role, "connections.manage") ? `${base}/connections/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Customers() {
  const { list, facts, editIn, ...to } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["customers", "customerPage", "duplicates", "lists"]);
  const nameOf = useCustomerName();
  const { params, choices } = facts;
  const isBySpend = params.sort === "spend" && params.q === "";
  return (
    <ListPage
      facts={facts}
      list={list}
      title={t("customers:title")}
      searchLabel={t(choices.seesContacts ? "customers:search" : "customers:searchNames")}
      columns={useCustomerColumns(choices, editIn)}
      usualColumns={USUAL_CUSTOMER_COLUMNS}
      sorts={SORTS[NOUN].map((name) => ({ name, label: t(`lists:sorts.${name}`) }))}
      nameOf={nameOf}
      action={
        <>
          {to.duplicatesTo && (
            <HeaderLink to={to.duplicatesTo} icon={CopyCheck}>
              {t("duplicates:title")}
            </HeaderLink>
          )}
          {to.importTo && (
            <HeaderLink to={to.importTo} icon={Upload}>
              {t("lists:import")}
            </HeaderLink>
          )}
          {to.newTo && (
            <HeaderLink variant="primary" to={to.newTo} icon={Plus}>
              {t("customerPage:new")}
            </HeaderLink>
          )}
        </>
      }
      empty={<ConnectShop of="customers" icon={Users} to={to.connectTo} />}
      nothingKey={choices.seesContacts ? undefined : "noResult.bodyNames"}
      note={isBySpend ? t("customers:spendNote", { currency: choices.currency }) : undefined}
    />
  );
}
