import { searchCheckouts } from "../checkouts/checkout-queries.server";
import type { OrgContext } from "../context";
import { searchCustomers } from "../customers/customer-search-queries.server";
import { searchOrders } from "../orders/order-search-queries.server";
import { searchProducts } from "../products/product-queries.server";
import { searchSubscriptions } from "../subscriptions/subscription-queries.server";
import { searchViews } from "../views/views-search-queries.server";

const MOST_OF_A_KIND = 6;

/** What the palette offers for a query: a few records of each kind and views, in one batch. */
export async function searchEverything(ctx: OrgContext, query: string) {
  const [customers, orders, products, subscriptions, checkouts, views] = await Promise.all([
    searchCustomers(ctx, query, { limit: MOST_OF_A_KIND }),
    searchOrders(ctx, query, { limit: MOST_OF_A_KIND }),
    searchProducts(ctx, query, { limit: MOST_OF_A_KIND }),
    searchSubscriptions(ctx, query, { limit: MOST_OF_A_KIND }),
    searchCheckouts(ctx, query, { limit: MOST_OF_A_KIND }),
    searchViews(ctx, query, MOST_OF_A_KIND),
  ]);
  return { customers, orders, products, subscriptions, checkouts, views };
}
