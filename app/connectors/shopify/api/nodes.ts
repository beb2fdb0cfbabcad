import * as z from "zod";

const text = z.string().nullish();
const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }).nullish();
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: text });
const listOf = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node), pageInfo });

const address = z
  .object({
    ...{ firstName: text, lastName: text, company: text, address1: text, address2: text, city: text },
    ...{ province: text, provinceCode: text, zip: text, country: text, countryCodeV2: text, phone: text },
  })
  .nullish();

const marketing = { marketingState: text, marketingOptInLevel: text, marketingUpdatedAt: text };

export const customerNode = z.object({
  id: z.string(),
  createdAt: text,
  updatedAt: text,
  firstName: text,
  lastName: text,
  defaultEmailAddress: z.object({ emailAddress: text, ...marketing }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: text, ...marketing }).nullish(),
  defaultAddress: address,
});

export const lineNode = z.object({
  id: z.string(),
  name: text,
  title: text,
  sku: text,
  quantity: z.number(),
  product: z.object({ id: z.string() }).nullish(),
  variant: z.object({ id: z.string() }).nullish(),
  originalUnitPriceSet: money,
  discountAllocations: z.array(z.object({ allocatedAmountSet: money })),
  taxLines: z.array(z.object({ priceSet: money })),
});

const refundNode = z.object({
  id: z.string(),
  note: text,
  createdAt: text,
  processedAt: text,
  transactions: z.object({ nodes: z.array(z.object({ kind: text, status: text, amountSet: money })) }),
});

/** What a brief question leaves out is absent. */
export const orderNode = z.object({
  id: z.string(),
  ...{ name: text, createdAt: text, processedAt: text, updatedAt: text, cancelledAt: text },
  ...{ test: z.boolean().nullish(), currencyCode: z.string() },
  ...{ displayFinancialStatus: text, displayFulfillmentStatus: text },
  ...{ totalPriceSet: money, totalOutstandingSet: money, paymentGatewayNames: z.array(z.string()).nullish() },
  ...{ sourceName: text, email: text, phone: text, taxesIncluded: z.boolean().nullish() },
  customerAcceptsMarketing: z.boolean().nullish(),
  discountCodes: z.array(z.string()).nullish(),
  ...{ totalTaxSet: money, totalDiscountsSet: money, totalShippingPriceSet: money },
  customer: customerNode.nullish(),
  ...{ billingAddress: address, shippingAddress: address },
  fulfillments: z.array(z.object({ status: text, createdAt: text })).nullish(),
  refunds: z.array(refundNode).nullish(),
  lineItems: listOf(lineNode).nullish(),
});

export const variantNode = z.object({
  sku: text,
  price: text,
  inventoryPolicy: text,
  inventoryQuantity: z.number().nullish(),
  inventoryItem: z.object({ tracked: z.boolean() }).nullish(),
});

export const productNode = z.object({
  id: z.string(),
  ...{ title: text, handle: text, status: text, productType: text, publishedAt: text, updatedAt: text },
  featuredMedia: z
    .object({ preview: z.object({ image: z.object({ url: z.string() }).nullish() }).nullish() })
    .nullish(),
  variants: listOf(variantNode),
});

export type Money = z.output<typeof money>;
export type AddressNode = z.output<typeof address>;
export type CustomerNode = z.output<typeof customerNode>;
export type LineNode = z.output<typeof lineNode>;
export type OrderNode = z.output<typeof orderNode>;
export type ProductNode = z.output<typeof productNode>;
