import { shopifyProductBody } from "../../../app/connectors/shopify/fixtures/product-body";
import { wooProductBody } from "../../../app/connectors/woocommerce/fixtures/product-body";
import type { Goods } from "../catalogue/goods";
import { SARI_BUSANA } from "../catalogue/sari-busana";
import { SARI_RASA } from "../catalogue/sari-rasa";
import { variantIdOf } from "./baskets";
import { DAY_MS, DAYS, MINUTE_MS } from "./calendar";
import type { PlannedDelivery } from "./planned";

/** The catalogues as the shops told them when they were connected, and stock as of the last days. */
export function productDeliveries(now: Date): PlannedDelivery[] {
  const connectedAt = new Date(now.getTime() - (DAYS + 1) * DAY_MS);
  const deliver = (
    goods: Goods,
    index: number,
    event: { word: string; from: Date; stock: number | null },
  ) => {
    const at = new Date(event.from.getTime() + index * MINUTE_MS);
    return SARI_RASA.goods.includes(goods)
      ? wooProduct({ ...goods, stock: event.stock }, `product.${event.word}d`, at)
      : shopifyProduct({ ...goods, stock: event.stock }, `products/${event.word}`, at);
  };
  const all = [...SARI_RASA.goods, ...SARI_BUSANA.goods];
  const before = (goods: Goods) => (goods.stock === null || goods.isDraft ? goods.stock : goods.stock + 160);
  const counted = all.filter(({ stock, isDraft }) => stock !== null && !isDraft);
  const lastCount = new Date(now.getTime() - 2 * DAY_MS);
  return [
    ...all.map((goods, i) => deliver(goods, i, { word: "create", from: connectedAt, stock: before(goods) })),
    ...counted.map((goods, i) => deliver(goods, i, { word: "update", from: lastCount, stock: goods.stock })),
  ];
}

function wooProduct(goods: Goods, topic: string, at: Date): PlannedDelivery {
  const { id, name, sku, priceMinor, category, stock, isDraft } = goods;
  const body = wooProductBody({
    id,
    name,
    sku,
    priceMinor,
    status: isDraft ? "draft" : "publish",
    stockStatus: stock === 0 ? "outofstock" : "instock",
    stockQuantity: stock,
    categories: [category],
    modifiedAt: at.toISOString(),
  });
  const permalink = `https://${SARI_RASA.address}/produk/${body.slug}/`;
  return { platform: "woocommerce", topic, body: { ...body, permalink, images: [] }, ...told(topic, id, at) };
}

/** The pieces in stock are spread over the sizes. */
function shopifyProduct(goods: Goods, topic: string, at: Date): PlannedDelivery {
  const sizes = goods.sizes.length === 0 ? [""] : goods.sizes;
  const body = shopifyProductBody({
    id: goods.id,
    title: goods.name,
    handle: goods.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    status: goods.isDraft ? "draft" : "active",
    productType: goods.category,
    variants: sizes.map((size, index) => ({
      priceMinor: goods.priceMinor,
      sku: size ? `${goods.sku}-${size}` : goods.sku,
      quantity: shareOf(goods.stock, sizes.length, index),
    })),
    updatedAt: at.toISOString(),
  });
  const variants = body.variants.map((variant, index) => ({
    ...variant,
    id: variantIdOf(goods, index),
    title: sizes[index] || "Default Title",
  }));
  const pictures = { image: null, images: [] };
  return {
    platform: "shopify",
    topic,
    body: { ...body, variants, ...pictures },
    ...told(topic, goods.id, at),
  };
}

/** Whole pieces that add up to the stock. */
function shareOf(stock: number | null, parts: number, index: number): number | null {
  return stock === null ? null : Math.floor((stock + index) / parts);
}

function told(topic: string, id: number, at: Date): Pick<PlannedDelivery, "receivedAt" | "name"> {
  return { receivedAt: new Date(at.getTime() + 2000), name: `${topic}-${id}-${at.getTime() / 1000}` };
}
