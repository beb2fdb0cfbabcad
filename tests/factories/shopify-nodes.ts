import type { shopifyCustomerBody } from "~/connectors/shopify/fixtures/customer-body";
import type { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import type { shopifyProductBody } from "~/connectors/shopify/fixtures/product-body";
import type { shopifyRefundBody } from "~/connectors/shopify/fixtures/refund-body";

type OrderBody = ReturnType<typeof shopifyOrderBody>;
type CustomerBody = ReturnType<typeof shopifyCustomerBody>;
type AddressBody = CustomerBody["default_address"];

/** What GraphQL shows of the order whose webhook has this body. */
export function shopifyOrderNode(body: OrderBody) {
  const { currency } = body;
  const money = (amount: string) => ({ shopMoney: { amount, currencyCode: currency } });
  return {
    id: body.admin_graphql_api_id,
    name: body.name,
    createdAt: body.created_at,
    processedAt: body.processed_at,
    updatedAt: body.updated_at,
    cancelledAt: body.cancelled_at,
    test: body.test,
    currencyCode: currency,
    displayFinancialStatus: body.financial_status?.toUpperCase() ?? null,
    displayFulfillmentStatus: FULFILLMENTS[body.fulfillment_status ?? ""] ?? "UNFULFILLED",
    totalPriceSet: money(body.total_price),
    totalOutstandingSet: money(body.total_outstanding),
    totalTaxSet: money(body.total_tax),
    totalDiscountsSet: money(body.total_discounts),
    totalShippingPriceSet: money(body.total_shipping_price_set.shop_money.amount),
    paymentGatewayNames: body.payment_gateway_names,
    sourceName: body.source_name,
    email: body.email,
    phone: body.phone,
    taxesIncluded: body.taxes_included,
    customerAcceptsMarketing: body.buyer_accepts_marketing,
    discountCodes: body.discount_codes.map(({ code }) => code),
    customer: body.customer ? shopifyCustomerNode(body.customer) : null,
    billingAddress: addressNode(body.billing_address),
    shippingAddress: addressNode(body.shipping_address),
    fulfillments: body.fulfillments.map((parcel) => ({
      status: parcel.status.toUpperCase(),
      createdAt: parcel.created_at,
    })),
    refunds: (body.refunds as ReturnType<typeof shopifyRefundBody>[]).map((refund) => ({
      id: refund.admin_graphql_api_id,
      note: refund.note,
      createdAt: refund.created_at,
      processedAt: refund.processed_at,
      transactions: {
        nodes: refund.transactions.map(({ kind, status, amount }) => ({
          ...{ kind: kind.toUpperCase(), status: status.toUpperCase(), amountSet: money(amount) },
        })),
      },
    })),
    lineItems: {
      nodes: body.line_items.map((line) => ({
        id: line.admin_graphql_api_id,
        ...{ name: line.name, title: line.title, sku: line.sku, quantity: line.quantity },
        product: line.product_id ? { id: `gid://shopify/Product/${line.product_id}` } : null,
        variant: line.variant_id ? { id: `gid://shopify/ProductVariant/${line.variant_id}` } : null,
        originalUnitPriceSet: money(line.price),
        discountAllocations: line.discount_allocations.map(({ amount }) => ({
          allocatedAmountSet: money(amount),
        })),
        taxLines: [],
      })),
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  };
}

const FULFILLMENTS: Record<string, string> = { fulfilled: "FULFILLED", partial: "PARTIALLY_FULFILLED" };

/** What GraphQL shows of the customer whose webhook has this body. */
export function shopifyCustomerNode(body: CustomerBody) {
  const { email_marketing_consent: email, sms_marketing_consent: sms } = body;
  return {
    id: body.admin_graphql_api_id,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    firstName: body.first_name,
    lastName: body.last_name,
    defaultEmailAddress: { emailAddress: body.email, ...marketing(email) },
    defaultPhoneNumber: { phoneNumber: body.phone, ...marketing(sms) },
    defaultAddress: addressNode(body.default_address),
  };
}

function marketing(consent: CustomerBody["email_marketing_consent"] | null) {
  return {
    marketingState: consent?.state.toUpperCase() ?? null,
    marketingOptInLevel: consent?.opt_in_level?.toUpperCase() ?? null,
    marketingUpdatedAt: consent?.consent_updated_at ?? null,
  };
}

function addressNode(address: AddressBody) {
  return {
    ...{ firstName: address.first_name, lastName: address.last_name, company: address.company },
    ...{ address1: address.address1, address2: address.address2, city: address.city, zip: address.zip },
    ...{ province: address.province, provinceCode: address.province_code, country: address.country },
    ...{ countryCodeV2: address.country_code, phone: address.phone },
  };
}

/** What GraphQL shows of the product whose webhook has this body. */
export function shopifyProductNode(body: ReturnType<typeof shopifyProductBody>) {
  return {
    id: body.admin_graphql_api_id,
    ...{ title: body.title, handle: body.handle, status: body.status.toUpperCase() },
    ...{ productType: body.product_type, publishedAt: body.published_at, updatedAt: body.updated_at },
    createdAt: body.created_at,
    featuredMedia: { preview: { image: { url: body.image.src } } },
    variants: {
      nodes: body.variants.map((variant) => ({
        ...{ sku: variant.sku, price: variant.price, inventoryQuantity: variant.inventory_quantity },
        inventoryPolicy: variant.inventory_policy.toUpperCase(),
        inventoryItem: { tracked: variant.inventory_management !== null },
      })),
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  };
}
