import type { ImportNoun } from "./import-fields";

type Names = Record<ImportNoun, Readonly<Record<string, readonly string[]>>>;

/** What columns are called in exports of Shopify, of WooCommerce and of its usual plugins, folded. */
export const EXPORT_NAMES: Names = {
  customers: {
    email: ["user email"],
    company: ["default address company"],
    line1: ["default address address1", "billing address1"],
    line2: ["default address address2", "billing address2"],
    city: ["default address city"],
    state: ["default address province code", "province code", "region"],
    postcode: ["default address zip"],
    country: ["default address country code", "country code", "country region"],
  },
  orders: {
    email: ["email billing"],
    phone: ["phone billing"],
    firstName: ["first name billing"],
    lastName: ["last name billing"],
    company: ["company billing", "billing company"],
    line1: ["billing address1", "address 1 2 billing"],
    line2: ["billing address2"],
    city: ["city billing"],
    state: ["billing province", "state code billing", "state billing"],
    postcode: ["billing zip", "postcode billing"],
    country: ["country code billing", "country billing"],
    currency: ["order currency"],
    total: ["order total amount"],
    tax: ["tax total", "order total tax amount"],
    shipping: ["order shipping amount"],
    discount: ["discount total", "cart discount amount"],
    paymentMethod: ["payment method title"],
    coupons: ["coupon s"],
    items: ["product s"],
    itemPrice: ["item cost"],
  },
  products: {
    product: ["url handle"],
    sku: ["variant sku"],
    price: ["variant price"],
    stockQuantity: ["variant inventory qty", "inventory quantity"],
    url: ["permalink"],
    imageUrl: ["images", "product image url"],
  },
};

/** Names that mean a field only where no other column is called by its name. */
export const WEAK_NAMES: Names = {
  customers: { phone: ["default address phone"], name: ["display name"] },
  orders: {
    order: ["id", "order id", "id pesanan"],
    phone: ["shipping phone", "phone shipping"],
    name: ["shipping name"],
    state: ["billing province name"],
    discount: ["discount amount", "order discount", "cart discount"],
    paymentMethod: ["payment method"],
    itemName: ["item"],
  },
  products: {
    product: ["id"],
    status: ["published", "published on online store"],
    categories: ["type"],
  },
};
