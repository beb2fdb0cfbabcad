import type { ItemTarget, Target } from "./targets";

/** A field's name as names are compared: `customerName`, `Customer-Name` and `customer_name` are one. */
export function foldName(name: string): string {
  return name
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
}

/** Names that senders give their fields in English and Malay, the likeliest first. */
export const NAMES: Readonly<Record<Target, readonly string[]>> = {
  event: ["event", "event_type", "event_name", "topic", "type"],
  id: [
    "order_id",
    "order_no",
    "order_number",
    "no_pesanan",
    "invoice_no",
    "invoice_number",
    "no_invois",
    "bill_id",
    "id",
    "ref",
    "refno",
    "ref_no",
    "reference",
    "reference_no",
    "transaction_id",
    "no",
    "number",
  ],
  number: ["order_number", "order_no", "no_pesanan", "invoice_number", "invoice_no", "no_invois"],
  status: ["payment_status", "order_status", "status", "state", "paid", "is_paid", "status_id"],
  total: [
    "grand_total",
    "total_amount",
    "total",
    "paid_amount",
    "amount",
    "jumlah",
    "jumlah_bayaran",
    "harga",
  ],
  currency: ["currency", "currency_code", "mata_wang"],
  updatedAt: ["updated_at", "modified_at", "date_modified", "last_updated", "dikemaskini"],
  placedAt: [
    "ordered_at",
    "order_date",
    "placed_at",
    "created_at",
    "date_created",
    "tarikh_pesanan",
    "tarikh",
    "date",
  ],
  paidAt: ["paid_at", "payment_date", "date_paid", "paid_on", "tarikh_bayaran"],
  name: [
    "customer_name",
    "client_fullname",
    "buyer_name",
    "payer_name",
    "full_name",
    "fullname",
    "nama_pelanggan",
    "nama_penuh",
    "nama",
    "name",
  ],
  email: ["customer_email", "client_email", "buyer_email", "payer_email", "email", "email_address", "emel"],
  phone: [
    "customer_phone",
    "client_phone_number",
    "buyer_phone",
    "payer_telephone_number",
    "phone_number",
    "phone",
    "mobile",
    "mobile_no",
    "tel",
    "no_tel",
    "no_telefon",
    "telefon",
    "whatsapp",
  ],
  company: ["company", "company_name", "syarikat"],
  customerId: ["customer_id", "client_id", "buyer_id", "user_id"],
  line1: [
    "address_1",
    "address1",
    "address_line_1",
    "line1",
    "street",
    "shipping_address",
    "address",
    "alamat",
  ],
  line2: ["address_2", "address2", "address_line_2", "line2"],
  city: ["city", "bandar"],
  state: ["state", "province", "negeri"],
  postcode: ["postcode", "postal_code", "zip", "zipcode", "poskod"],
  country: ["country", "country_code", "negara"],
  tax: ["tax", "tax_total", "total_tax", "sst", "cukai"],
  shipping: [
    "shipping_total",
    "shipping_fee",
    "shipping_cost",
    "delivery_fee",
    "shipping",
    "postage",
    "kos_penghantaran",
  ],
  discount: ["discount_total", "discount_amount", "discount", "diskaun"],
  paymentMethod: ["payment_method", "payment_method_title", "payment_channel", "gateway", "kaedah_bayaran"],
  coupon: ["coupon", "coupon_code", "discount_code", "voucher", "kupon"],
  channel: ["channel", "source", "utm_source", "saluran"],
  product: [
    "product_name",
    "form_title",
    "package",
    "item_name",
    "nama_produk",
    "product",
    "produk",
    "pakej",
  ],
};

/** Whose fields these are not: an id beside a customer's name is the customer's. */
const PEOPLE =
  /^(?:customer|client|buyer|payer|user|billing|shipping|address|shop|store|merchant|product|pelanggan|pembeli)/;
const GOODS = /^(?:product|item|shop|store|merchant|seller|payment|gateway|form|produk|kedai)/;
const PLACES = /^(?:order|payment|transaction|pesanan|bayaran)$/;

export const STRANGERS: Partial<Record<Target, RegExp>> = {
  id: PEOPLE,
  number: PEOPLE,
  status: PEOPLE,
  total: PEOPLE,
  updatedAt: PEOPLE,
  placedAt: PEOPLE,
  name: GOODS,
  email: GOODS,
  phone: GOODS,
  state: PLACES,
  event: PEOPLE,
};

/** A name that is sent in two parts. */
export const FIRST_NAMES: readonly string[] = [
  "first_name",
  "firstname",
  "given_name",
  "first",
  "nama_pertama",
];
export const LAST_NAMES: readonly string[] = [
  "last_name",
  "lastname",
  "surname",
  "family_name",
  "last",
  "nama_akhir",
];

export const LIST_NAMES: readonly string[] = [
  "items",
  "line_items",
  "products",
  "order_items",
  "cart",
  "cart_items",
  "produk",
  "barang",
];

export const ITEM_NAMES: readonly (readonly [ItemTarget, readonly string[]])[] = [
  ["name", ["name", "product_name", "title", "item_name", "description", "nama", "nama_produk", "produk"]],
  ["sku", ["sku", "product_code", "code", "kod"]],
  ["quantity", ["quantity", "qty", "count", "kuantiti", "bilangan"]],
  ["price", ["unit_price", "price", "harga", "harga_seunit"]],
  ["total", ["line_total", "subtotal", "total", "amount", "jumlah"]],
  ["productId", ["product_id", "item_id", "id_produk"]],
];
