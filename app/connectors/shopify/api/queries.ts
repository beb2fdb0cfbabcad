const MONEY = "{ shopMoney { amount currencyCode } }";
const ADDRESS =
  "{ firstName lastName company address1 address2 city province provinceCode zip country countryCodeV2 phone }";

const CUSTOMER = `id createdAt updatedAt firstName lastName
  defaultEmailAddress { emailAddress marketingState marketingOptInLevel marketingUpdatedAt }
  defaultPhoneNumber { phoneNumber marketingState marketingOptInLevel marketingUpdatedAt }
  defaultAddress ${ADDRESS}`;

const LINE = `id name title sku quantity product { id } variant { id }
  originalUnitPriceSet ${MONEY} discountAllocations { allocatedAmountSet ${MONEY} } taxLines { priceSet ${MONEY} }`;

const VARIANT = "sku price inventoryPolicy inventoryQuantity inventoryItem { tracked }";

const ORDER_BRIEF = `id name createdAt processedAt updatedAt cancelledAt test currencyCode
  displayFinancialStatus displayFulfillmentStatus totalPriceSet ${MONEY} totalOutstandingSet ${MONEY}
  paymentGatewayNames`;

const ORDER = `${ORDER_BRIEF} sourceName email phone taxesIncluded customerAcceptsMarketing discountCodes
  totalTaxSet ${MONEY} totalDiscountsSet ${MONEY} totalShippingPriceSet ${MONEY}
  customer { ${CUSTOMER} } billingAddress ${ADDRESS} shippingAddress ${ADDRESS}
  fulfillments(first: 20) { status createdAt }
  refunds(first: 20) { id note createdAt processedAt
    transactions(first: 5) { nodes { kind status amountSet ${MONEY} } } }
  lineItems(first: 20) { nodes { ${LINE} } pageInfo { hasNextPage endCursor } }`;

const PRODUCT = `id title handle status productType publishedAt updatedAt
  featuredMedia { preview { image { url } } }
  variants(first: 20) { nodes { ${VARIANT} } pageInfo { hasNextPage endCursor } }`;

type Listed = "orders" | "customers" | "products";

/** What is read of each, and how many at once: a question may cost 1,000 points, about one for each object. */
export const FIELDS: Record<Listed | "briefOrders", { list: Listed; fields: string; first: number }> = {
  orders: { list: "orders", fields: ORDER, first: 12 },
  briefOrders: { list: "orders", fields: ORDER_BRIEF, first: 100 },
  customers: { list: "customers", fields: CUSTOMER, first: 100 },
  products: { list: "products", fields: PRODUCT, first: 25 },
};

/** A page of a list by rising id, with how many there are at all. */
export function listQuery({ list, fields }: { list: Listed; fields: string }): string {
  return `query ($first: Int!, $query: String, $all: String) {
  listed: ${list}(first: $first, query: $query, sortKey: ID) { nodes { ${fields} } pageInfo { hasNextPage } }
  counted: ${list}Count(query: $all, limit: null) { count }
}`;
}

export function countQuery(list: Listed): string {
  return `query ($all: String) { counted: ${list}Count(query: $all, limit: null) { count } }`;
}

/** Records by their global ids. */
export const ORDERS_BY_ID = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { ${ORDER} } } }`;

/** The rest of a record's own list. */
export function restQuery(type: "Order" | "Product", list: "lineItems" | "variants"): string {
  const fields = list === "lineItems" ? LINE : VARIANT;
  return `query ($id: ID!, $after: String!) { node(id: $id) { ... on ${type} {
  ${list}(first: 100, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } } } }`;
}
