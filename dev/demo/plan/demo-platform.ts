/** The platforms of the two sample shops. */
export type DemoPlatform = "woocommerce" | "shopify";
