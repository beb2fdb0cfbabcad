export const IMPORT_NOUNS = ["customers", "orders", "products"] as const;
export type ImportNoun = (typeof IMPORT_NOUNS)[number];

/** Rows of a file, of a part, of an order; columns; bytes of a part's JSON; characters of a cell. */
export const IMPORT_LIMITS = {
  rows: 1_000_000,
  partRows: 2000,
  partBytes: 1_000_000,
  columns: 200,
  cell: 32_000,
  fileBytes: 400_000_000,
} as const;

const PERSON_FIELDS = [
  "number",
  "email",
  "phone",
  "name",
  "firstName",
  "lastName",
  "company",
  "line1",
  "line2",
  "city",
  "state",
  "postcode",
  "country",
] as const;

/** What a column may be matched with, besides `custom:<id>` of a custom field and `""` to leave it out. */
export const IMPORT_FIELDS = {
  customers: [...PERSON_FIELDS, "tags", "consent.email", "consent.whatsapp", "consent.sms"],
  orders: [
    "order",
    "placedAt",
    "status",
    "currency",
    "total",
    "tax",
    "shipping",
    "discount",
    "paid",
    "paymentMethod",
    "cashOnDelivery",
    "channel",
    "coupons",
    "test",
    "items",
    "itemName",
    "itemSku",
    "itemQuantity",
    "itemPrice",
    "itemTotal",
    ...PERSON_FIELDS,
  ],
  products: [
    "product",
    "name",
    "sku",
    "price",
    "currency",
    "status",
    "stock",
    "stockQuantity",
    "url",
    "imageUrl",
    "categories",
  ],
} as const satisfies Record<ImportNoun, readonly string[]>;

/** What may say which record a row is about. */
export const IMPORT_KEYS = {
  customers: ["emailOrPhone", "email", "phone", "number"],
  orders: ["order"],
  products: ["product", "sku"],
} as const satisfies Record<ImportNoun, readonly string[]>;

/** Columns that an identifier needs; a row is about whom the first that it fills in names. */
export function keyColumns(key: string): readonly string[] {
  return key === "emailOrPhone" ? ["email", "phone"] : [key];
}

export const IMPORT_MODES = ["create", "update", "both"] as const;
export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export const DECIMAL_SIGNS = [".", ","] as const;
