import { onpayBody, saleBody } from "~/connectors/onpay/fixtures/sale-body";
import { shopifyDelivery } from "~/connectors/shopify/fixtures/delivery";
import { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { CASH_ON_DELIVERY, checkoutBody } from "~/connectors/shoppego/fixtures/checkout-body";
import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";

export const PLATFORMS_UNDER_FIRE = ["woocommerce", "shopify", "onpay", "shoppego"] as const;
export type PlatformUnderFire = (typeof PLATFORMS_UNDER_FIRE)[number];

/** One state of an order as its shop tells it. `domain` is the shop's own, times are UTC with `Z`. */
export type Telling = {
  order: number;
  isPaid: boolean;
  buyer: { id: number; name: string; email: string; phone: string };
  createdAt: string;
  modifiedAt: string;
  secret: string;
  domain: string;
};

/** `address` are the parts after the connection's own. */
type PlatformHook = { headers: Record<string, string>; body: string; address: readonly string[] };

/** What the platform sends when an order waits for its payment, or was paid. */
export const HOOK_OF: Record<PlatformUnderFire, (telling: Telling) => Promise<PlatformHook>> = {
  async woocommerce({ order, isPaid, secret, domain, ...rest }) {
    const body = wooOrderBody({ id: order, status: isPaid ? "processing" : "pending", ...rest });
    const topic = isPaid ? "order.updated" : "order.created";
    return { ...(await wooDelivery({ topic, secret, body, source: `https://${domain}/` })), address: [] };
  },

  async shopify({ order, isPaid, secret, domain, modifiedAt, buyer, createdAt }) {
    const body = shopifyOrderBody({
      ...{ id: order, orderNumber: order, buyer, createdAt, updatedAt: modifiedAt },
      financialStatus: isPaid ? "paid" : "pending",
      customer: { id: buyer.id, createdAt },
    });
    const topic = isPaid ? "orders/paid" : "orders/create";
    const webhookId = `hook-${order}-${isPaid ? "paid" : "created"}`;
    return {
      ...(await shopifyDelivery({ topic, secret, body, shopDomain: domain, webhookId })),
      address: [],
    };
  },

  async onpay({ order, isPaid, secret, buyer }) {
    const sale = saleBody({
      id: order,
      invoice_number: `KSR${order}`,
      client_fullname: buyer.name,
      client_email: buyer.email,
      client_phone_number: buyer.phone,
      ...(isPaid ? {} : { status: 0, confirmed_at: null, payment_gateway_log: null }),
    });
    const body = { ...onpayBody(isPaid ? "sale.confirmed" : "sale.created", sale), token: secret };
    return { ...inJson(body), address: [] };
  },

  async shoppego({ order, isPaid, secret, domain, buyer }) {
    const [first_name] = buyer.name.split(" ");
    const last_name = buyer.name.slice((first_name ?? "").length + 1);
    const { phone, email } = buyer;
    const body = checkoutBody({
      ...{ id: order, domain, ...CASH_ON_DELIVERY },
      customer: { first_name, last_name, phone, email },
    });
    return { ...inJson(body), address: [secret, isPaid ? "order_paid" : "checkout_completed"] };
  },
};

function inJson(body: unknown): { headers: Record<string, string>; body: string } {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
