import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { OrderStatus } from "../status/order-status";
import { Avatar } from "../ui/avatar";
import { ShopLines } from "./shop-lines";

const SHOPS = [
  { name: "kedai-aisyah.my", platform: "woocommerce" },
  { name: "Aisyah Home", platform: "shopify" },
  { name: "Pasar Malam Box", platform: "woocommerce" },
] as const;

const ORDERS = [
  { number: "#2041", minor: 8_900, status: "paid", at: "2026-11-23T07:04:00Z" },
  { number: "#1187", minor: 24_650, status: "fulfilled", at: "2026-11-02T03:20:00Z" },
  { number: "#1963", minor: 12_000, status: "fulfilled", at: "2026-09-14T12:41:00Z" },
] as const;

/** What the product does, drawn with its own parts: three shops, one customer. All names are invented. */
export function HomePicture() {
  const { t } = useTranslation("public");
  return (
    <div role="img" aria-label={t("home.picture.label")} className="select-none">
      <div aria-hidden="true" className="grid items-center sm:grid-cols-[11rem_4rem_1fr]">
        <div className="grid gap-3 max-sm:hidden">
          {SHOPS.map((shop) => (
            <Shop key={shop.name} {...shop} />
          ))}
        </div>
        <ShopLines className="max-sm:hidden" />
        <CustomerCard />
      </div>
    </div>
  );
}

function Shop({ name, platform }: (typeof SHOPS)[number]) {
  const { t } = useTranslation("common");
  return (
    <div className="rounded-card border border-line bg-surface px-3.5 py-3">
      <p className="truncate text-sm font-medium text-ink">{name}</p>
      <p className="text-xs text-faint">{t(`platforms.${platform}`)}</p>
    </div>
  );
}

function CustomerCard() {
  const { t } = useTranslation("public");
  const format = useFormat();
  return (
    <div className="rounded-card border border-line bg-surface shadow-float">
      <div className="flex items-center gap-3.5 border-b border-line px-5 py-4">
        <Avatar name="Nur Aisyah Rahman" size="large" />
        <div className="min-w-0">
          <p className="truncate text-lg font-medium text-ink">Nur Aisyah Rahman</p>
          <p className="figures truncate text-sm text-muted">+60 12-345 6789 · Ipoh, Perak</p>
        </div>
      </div>
      <dl className="grid grid-cols-[1.7fr_1fr_1fr] border-b border-line">
        <Fact label={t("home.picture.spent")}>{format.money(128_450, "MYR")}</Fact>
        <Fact label={t("home.picture.orders")}>{format.number(7)}</Fact>
        <Fact label={t("home.picture.shops")}>{format.number(3)}</Fact>
      </dl>
      <ul className="px-5 py-1.5">
        {ORDERS.map((order) => (
          <li
            key={order.number}
            className="flex h-12 items-center justify-between gap-3 border-b border-line last:border-b-0"
          >
            <span className="min-w-0">
              <span className="figures block text-base text-ink">{order.number}</span>
              <span className="figures block text-xs whitespace-nowrap text-faint">
                {format.day(order.at)}
              </span>
            </span>
            <span className="flex items-center gap-3">
              <OrderStatus status={order.status} className="min-w-24" />
              <span className="figures w-20 text-right text-base text-ink">
                {format.money(order.minor, "MYR")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div className="px-5 py-3 not-first:border-l not-first:border-line">
      <dt className="truncate text-xs text-faint">{label}</dt>
      <dd className="figures truncate text-lg font-medium text-ink">{children}</dd>
    </div>
  );
}
