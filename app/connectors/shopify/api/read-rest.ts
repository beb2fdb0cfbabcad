import * as z from "zod";
import { readAs } from "../../api/read-json";
import type { ShopifyAsk } from "./client";
import { lineNode, type OrderNode, type ProductNode, variantNode } from "./nodes";
import { restQuery } from "./queries";

/** More than a cart or a product can have; it ends a list that has no end. */
const MOST_PAGES = 25;
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

/** The order with all of its lines: a page of orders holds the first ones. */
export async function withAllLines(ask: ShopifyAsk, order: OrderNode): Promise<OrderNode> {
  const { lineItems } = order;
  if (!lineItems?.pageInfo.hasNextPage) return order;
  const rest = await readRest(ask, { id: order.id, after: lineItems.pageInfo.endCursor }, LINES);
  return { ...order, lineItems: { ...lineItems, nodes: [...lineItems.nodes, ...rest] } };
}

/** The product with all of its variants. */
export async function withAllVariants(ask: ShopifyAsk, product: ProductNode): Promise<ProductNode> {
  const { variants } = product;
  if (!variants.pageInfo.hasNextPage) return product;
  const rest = await readRest(ask, { id: product.id, after: variants.pageInfo.endCursor }, VARIANTS);
  return { ...product, variants: { ...variants, nodes: [...variants.nodes, ...rest] } };
}

const LINES = { query: restQuery("Order", "lineItems"), list: "lineItems", node: lineNode };
const VARIANTS = { query: restQuery("Product", "variants"), list: "variants", node: variantNode };

async function readRest<Node extends z.ZodType>(
  ask: ShopifyAsk,
  { id, after }: { id: string; after: string | null | undefined },
  { query, list, node }: { query: string; list: string; node: Node },
): Promise<z.output<Node>[]> {
  const schema = z.object({
    node: z.record(z.literal(list), z.object({ nodes: z.array(node), pageInfo })).nullable(),
  });
  const nodes: z.output<Node>[] = [];
  let cursor = after;
  for (let page = 0; page < MOST_PAGES && cursor; page++) {
    const read = readAs(schema, await ask(query, { id, after: cursor })).node?.[list];
    nodes.push(...(read?.nodes ?? []));
    cursor = read?.pageInfo.hasNextPage ? read.pageInfo.endCursor : null;
  }
  return nodes;
}
