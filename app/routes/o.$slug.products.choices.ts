import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { listProductChoices } from "~/domain/products/product-choices-queries.server";
import { requireOrg } from "~/http/require-org.server";

const LONGEST_QUERY = 200;

/** What an order's form asks while somebody types an item: `{ products: [{ id, name, sku, priceMinor, currency }] }`. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.edit");
  const query = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, LONGEST_QUERY);
  const [products] = await Promise.all([listProductChoices(ctx, query), ctx.db.entry()]);
  return { products };
}
