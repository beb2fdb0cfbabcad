import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";

export type SignedOrder = { externalId: string; headers: Record<string, string>; body: Buffer };

const ORDERS_PER_BUYER = 4;

/** So many new orders from `firstId` on, each signed as its shop would. */
export async function signedOrders(input: {
  secret: string;
  firstId: number;
  count: number;
}): Promise<SignedOrder[]> {
  return Promise.all(
    Array.from({ length: input.count }, (_, i) => signedOrder(input.firstId + i, input.secret)),
  );
}

async function signedOrder(id: number, secret: string): Promise<SignedOrder> {
  const buyer = Math.floor(id / ORDERS_PER_BUYER);
  const order = wooOrderBody({
    id,
    buyer: {
      name: `Buyer ${buyer}`,
      email: `buyer${buyer}@example.com`,
      phone: `+6012${String(3_000_000 + buyer)}`,
    },
  });
  const { headers, body } = await wooDelivery({ topic: "order.created", secret, body: order });
  return { externalId: String(id), headers, body: Buffer.from(body) };
}
