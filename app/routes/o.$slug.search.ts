import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { commandsOf } from "~/domain/search/commands";
import { searchEverything } from "~/domain/search/search-everything.server";
import { requireOrg } from "~/http/require-org.server";
import { formatMoney } from "~/i18n/format-number";
import { formatPhone } from "~/i18n/format-phone";
import { getServerT } from "~/i18n/i18n.server";

const LONGEST_QUERY = 200;
const IN_LIST = ["density", "exportCsv", "exportXlsx"] as const;

/**
 * What the palette asks while somebody types: `{ results: [{ kind, id, title, subtitle, href }] }`, and what the role
 * may do: `{ commands: [{ key, title, href }] }`. An empty question gives commands only.
 */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const query = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, LONGEST_QUERY);
  const [{ user, role }, { customers, orders, products, subscriptions, checkouts, views }] =
    await Promise.all([ctx.db.entry(), searchEverything(ctx, query)]);
  const t = getServerT(user.language);
  const money = (minor: number, currency: string) => formatMoney(minor, currency, user.language);
  const base = `/o/${ctx.slug}`;
  return {
    results: [
      ...customers.map(({ id, name, email, phone }) => ({
        kind: "customer",
        id,
        title: name ?? email ?? (phone && formatPhone(phone)) ?? t("customers:noName"),
        subtitle: (phone && formatPhone(phone)) ?? email,
        href: `${base}/customers/${id}`,
      })),
      ...orders.map(({ id, number, customerName, totalMinor, currency }) => ({
        kind: "order",
        id,
        title: t("orders:order", { number }),
        subtitle: [customerName, money(totalMinor, currency)].filter(Boolean).join(" · "),
        href: `${base}/orders/${id}`,
      })),
      ...products.map(({ id, name, sku, priceMinor, currency }) => ({
        kind: "product",
        id,
        title: name,
        subtitle: priceMinor === null ? sku : money(priceMinor, currency),
        href: `${base}/products/${id}`,
      })),
      ...subscriptions.map(({ id, number, customerName, amountMinor, currency }) => ({
        kind: "subscription",
        id,
        title: t("subscriptions:subscription", { number }),
        subtitle: [customerName, money(amountMinor, currency)].filter(Boolean).join(" · "),
        href: `${base}/subscriptions/${id}`,
      })),
      // Beside the orders that they have not become.
      ...checkouts.map(({ id, number, name, totalMinor, currency }) => ({
        kind: "order",
        id,
        title: t("checkouts:checkout", { number }),
        subtitle: [name, money(totalMinor, currency)].filter(Boolean).join(" · "),
        href: `${base}/checkouts/${id}`,
      })),
      ...views.map(({ id, noun, name }) => ({
        kind: "view",
        id,
        title: name,
        subtitle: t(`${noun}:title`),
        href: `${base}/${noun}?view=${id}`,
      })),
    ],
    commands: [
      ...commandsOf(role).map(({ key, path }) => ({ key, title: t(`commands:${key}`), href: base + path })),
      // Done in the browser, where a list is open.
      ...IN_LIST.map((key) => ({ key, title: t(`commands:${key}`), href: null })),
    ],
  };
}
