/** The guide beside "Add a connection". Menu names are those of the shop's own screens. */
export const connectionsSetup = {
  woocommerce: {
    1: {
      title: "Open the webhooks of your shop",
      body: "In your WordPress admin, go to WooCommerce → Settings → Advanced → Webhooks and choose Add webhook. Sign in as an administrator who will stay: WooCommerce reads orders with that person's rights.",
    },
    2: {
      title: "Fill in the first webhook",
      body: "Name it OruCRM, set Status to Active and Topic to Order created. Paste the address below into Delivery URL and the secret into Secret. Choose WP REST API Integration v3 and save.",
    },
    3: {
      title: "Repeat for the other topics",
      body: "Add one webhook each, with the same address and secret, for Order updated, Order deleted, Order restored, Customer created, Customer updated, Customer deleted, Product created, Product updated, Product deleted and Product restored. Orders alone are enough to begin with.",
    },
    4: {
      title: "Send a first delivery",
      body: "Open any order in WooCommerce and choose Update, or place a test order. This page turns green when it arrives. On a quiet shop WooCommerce may take a few minutes.",
    },
  },
  shopify: {
    1: {
      title: "Open the webhooks of your shop",
      body: "In your Shopify admin, go to Settings → Notifications → Webhooks.",
    },
    2: {
      title: "Paste the signing secret here",
      body: "Under your webhooks Shopify shows the secret that it signs them with. Copy it into the field below. If it is not shown yet, create the first webhook and come back. Without it, deliveries are refused.",
    },
    3: {
      title: "Create a webhook for each event",
      body: "Choose Create webhook, set Format to JSON, paste the address below as URL and keep the latest stable version. Do this for Order creation, Order update, Order payment, Order cancellation, Order fulfillment, Order deletion, Refund create, Customer creation, Customer update, Customer deletion, Product creation, Product update and Product deletion.",
    },
    4: {
      title: "Send a first delivery",
      body: "Choose Send test notification beside one of the webhooks, or place an order. This page turns green when it arrives. Test orders never count as revenue.",
    },
  },
} as const;
