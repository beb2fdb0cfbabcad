import type { RouteAccess } from "./access-rules";

const NEWEST_ORDERS = JSON.stringify({ q: "", filter: null, sort: "placed", order: "desc" });
const MONTHLY = { currency: "MYR", amount: "12.50", intervalCount: "1", intervalUnit: "month" };

const NEW_ORDER = {
  ...{ status: "paid", currency: "MYR", placedAt: "2026-11-21T15:05" },
  ...{ "items[0].name": "Sambal", "items[0].quantity": "1", "items[0].total": "12.50" },
};

const NEW_PRODUCT = { name: "Kuih", price: "4.50", currency: "MYR", status: "active", stock: "in_stock" };

/** Orders and products entered by hand, subscriptions, checkouts, and the exports of lists. */
export const SALES_ACCESS: Record<string, RouteAccess> = {
  "routes/o.$slug.orders.new": {
    path: ({ slug }) => `/o/${slug}/orders/new`,
    loader: "orders.edit",
    actions: { POST: { access: "orders.edit", fields: NEW_ORDER } },
  },
  "routes/o.$slug.products.new": {
    path: ({ slug }) => `/o/${slug}/products/new`,
    loader: "products.edit",
    actions: { POST: { access: "products.edit", fields: NEW_PRODUCT } },
  },
  "routes/o.$slug.products.$id": {
    path: ({ slug, productId }) => `/o/${slug}/products/${productId}`,
    loader: "products.view",
    actions: {
      correct: { access: "products.edit", fields: { intent: "correct", ...NEW_PRODUCT } },
      // Whoever may use the button is told that nobody has set this by hand.
      release: { access: "products.edit", fields: { intent: "release", field: "number" }, answer: 409 },
    },
  },
  "routes/o.$slug.products.choices": {
    path: ({ slug }) => `/o/${slug}/products/choices?q=sambal`,
    loader: "orders.edit",
  },
  "routes/o.$slug.payloads.$kind.$id": {
    path: ({ slug, orderId }) => `/o/${slug}/payloads/order/${orderId}`,
    loader: "deliveries.view",
  },
  "routes/o.$slug.subscriptions.new": {
    path: ({ slug }) => `/o/${slug}/subscriptions/new`,
    loader: "orders.edit",
    actions: {
      POST: {
        access: "orders.edit",
        fields: { ...MONTHLY, status: "active", product: "Kopi", started: "2026-11-21" },
      },
    },
  },
  "routes/o.$slug.subscriptions._index": {
    path: ({ slug }) => `/o/${slug}/subscriptions`,
    loader: "subscriptions.view",
  },
  "routes/o.$slug.subscriptions.$id": {
    path: ({ slug, subscriptionId }) => `/o/${slug}/subscriptions/${subscriptionId}`,
    loader: "subscriptions.view",
    actions: {
      correct: {
        access: "orders.edit",
        fields: { intent: "correct", status: "on_hold", ...MONTHLY },
      },
      // Whoever may use the button is told that nobody has set this by hand.
      release: { access: "orders.edit", fields: { intent: "release", field: "number" }, answer: 409 },
    },
  },
  "routes/o.$slug.checkouts._index": {
    path: ({ slug }) => `/o/${slug}/checkouts`,
    loader: "orders.view",
  },
  "routes/o.$slug.checkouts.$id": {
    path: ({ slug, checkoutId }) => `/o/${slug}/checkouts/${checkoutId}`,
    loader: "orders.view",
  },
  "routes/o.$slug.exports.new": {
    path: ({ slug }) => `/o/${slug}/exports/new`,
    actions: {
      POST: {
        access: "records.export",
        fields: { noun: "orders", format: "csv", query: NEWEST_ORDERS },
      },
    },
  },
  "routes/o.$slug.exports.lists.$jobId": {
    path: ({ slug, listExportId }) => `/o/${slug}/exports/lists/${listExportId}`,
    loader: "records.export",
  },
};
