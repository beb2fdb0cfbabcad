import { type FixtureItem, itemsTotal } from "../../../app/connectors/fixtures/item";
import type { Goods } from "../catalogue/goods";
import { SARI_BUSANA } from "../catalogue/sari-busana";
import { SARI_RASA } from "../catalogue/sari-rasa";
import { MALAYSIA_OFFSET_MS } from "./calendar";
import type { DemoPlatform } from "./demo-platform";
import type { Random } from "./random";

/** How many different goods, and how many of each. */
const SIZES = {
  woocommerce: {
    lines: [
      [1, 38],
      [2, 32],
      [3, 20],
      [4, 10],
    ],
    pieces: [
      [1, 68],
      [2, 22],
      [3, 10],
    ],
  },
  shopify: {
    lines: [
      [1, 62],
      [2, 28],
      [3, 10],
    ],
    pieces: [
      [1, 93],
      [2, 7],
    ],
  },
} as const;

const HAMPERS = SARI_RASA.goods.filter(({ category }) => category === "Hampers");

/** What one order is about. `firstLineId` numbers its lines. */
export function fillBasket(platform: DemoPlatform, firstLineId: number, random: Random): FixtureItem[] {
  const { lines, pieces } = SIZES[platform];
  const goods = (platform === "woocommerce" ? SARI_RASA : SARI_BUSANA).goods;
  const left = new Set(goods.filter(({ popularity }) => popularity > 0));
  return Array.from({ length: random.weighted(lines) }, (_, index) => {
    const one = random.weighted([...left].map((each) => [each, each.popularity] as const));
    left.delete(one);
    return toItem(one, firstLineId + index, random.weighted(pieces), random);
  });
}

/** A company gives one hamper to everybody. */
export function fillCompanyBasket(firstLineId: number, random: Random): FixtureItem[] {
  const hamper = random.weighted(HAMPERS.map((each) => [each, each.popularity] as const));
  return [toItem(hamper, firstLineId, random.whole(3, 8), random)];
}

function toItem(goods: Goods, id: number, quantity: number, random: Random): FixtureItem {
  const line = { id, productId: goods.id, quantity, unitMinor: goods.priceMinor };
  if (goods.sizes.length === 0) return { ...line, name: goods.name, sku: goods.sku };
  const size = random.pick(goods.sizes);
  const variantId = variantIdOf(goods, goods.sizes.indexOf(size));
  return { ...line, variantId, name: `${goods.name} - ${size}`, sku: `${goods.sku}-${size}` };
}

export function variantIdOf(goods: Goods, index: number): number {
  return goods.id * 10 + index;
}

type Costs = { shippingMinor: number; discountMinor: number; coupons: string[]; totalMinor: number };

/** Shipping over the sea costs more, large orders travel free; coupons rain on double days. */
export function costsOf(items: FixtureItem[], state: string, placedAt: Date, random: Random): Costs {
  const goodsMinor = itemsTotal(items);
  const isOverseas = ["SBH", "SWK", "LBN"].includes(state);
  const shippingMinor = goodsMinor >= 15_000 ? 0 : isOverseas ? 1500 : 800;
  const coupon = couponOf(placedAt, random);
  // The fixtures put the whole discount on the first line, which cannot cost less than nothing.
  const [first] = items;
  const most = first ? first.unitMinor * first.quantity : 0;
  const discountMinor = coupon ? Math.min(most, Math.round((goodsMinor * coupon.percent) / 100)) : 0;
  const coupons = coupon ? [coupon.code] : [];
  return { shippingMinor, discountMinor, coupons, totalMinor: goodsMinor - discountMinor + shippingMinor };
}

function couponOf(placedAt: Date, random: Random): { code: string; percent: number } | null {
  const local = new Date(placedAt.getTime() + MALAYSIA_OFFSET_MS);
  const [day, month] = [local.getUTCDate(), local.getUTCMonth() + 1];
  if (day === month && month >= 9 && random.chance(0.55)) return { code: `SALE${day}${month}`, percent: 11 };
  if (random.chance(0.07)) return { code: "SARI5", percent: 5 };
  return random.chance(0.03) ? { code: "RINDU10", percent: 10 } : null;
}
