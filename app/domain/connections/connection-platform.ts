import * as z from "zod";

/** The platforms that can be connected today, as the database's text names them. */
export const platformSchema = z.enum(["woocommerce", "shopify"]);
