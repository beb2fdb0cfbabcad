import * as z from "zod";
import { releaseSchema } from "../corrections/release.schema";
import {
  amountReader,
  currencyCode,
  neededLine,
  optionalLine,
  typedAmount,
} from "../corrections/typed-fields";
import { PRODUCT_STATUSES, STOCK_STATES } from "./product-words";

const MOST_PIECES = 1_000_000_000;

/** A product as a person types it; the price in `currency`. */
const typedProduct = z.object({
  name: neededLine,
  sku: optionalLine,
  price: typedAmount.optional(),
  currency: currencyCode,
  status: z.enum(PRODUCT_STATUSES, { error: "errors:form.choose" }),
  stock: z.enum(STOCK_STATES, { error: "errors:form.choose" }),
  stockQuantity: z.coerce
    .number({ error: "sales:errors.pieces" })
    .int("sales:errors.pieces")
    .min(-MOST_PIECES, "sales:errors.pieces")
    .max(MOST_PIECES, "sales:errors.pieces")
    .optional(),
});

function readTyped(typed: z.output<typeof typedProduct>, issue: z.RefinementCtx) {
  const { price, stockQuantity, ...rest } = typed;
  const priceMinor = price ? amountReader(rest.currency, issue)("price", price) : null;
  return { ...rest, priceMinor, stockQuantity: stockQuantity ?? null };
}

/** A product that a person enters. */
export const productCreateSchema = typedProduct.transform(readTyped);
export type CreateProduct = z.output<typeof productCreateSchema>;
export type ProductCreateInput = z.input<typeof productCreateSchema>;

const correctSchema = typedProduct
  .extend({ intent: z.literal("correct") })
  .transform(({ intent, ...typed }, issue) => ({ intent, values: readTyped(typed, issue) }));

/** What the buttons and forms of a product's page send. */
export const productEditSchema = z.union([correctSchema, releaseSchema]);
export type ProductEditInput = z.input<typeof correctSchema>;
